package org.refugio.e2e.faults;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.refugio.e2e.UnexpectedResult;
import tools.jackson.databind.JsonNode;

/** Kills one process at a time with SIGKILL and waits until the supervisor has restarted it. */
final class ProcessKiller {

    /**
     * The processes that may be killed: those that store or process cases, not the identity provider and the carriers.
     */
    private static final List<String> VICTIMS = List.of("store", "broker", "intake", "document", "scheduling",
            "notification", "console");

    private static final Duration BACK = Duration.ofMinutes(2);

    private final RefugioCommandLine door;
    private final RandomGenerator random;

    ProcessKiller(RefugioCommandLine door, RandomGenerator random) {
        this.door = door;
        this.random = random;
    }

    /** Kill a random process; returns its name and the time until everything was ready again. */
    Killed round() {
        List<JsonNode> alive = door.status().path("processes").valueStream().filter(ProcessKiller::isVictim).toList();
        if (alive.isEmpty()) {
            throw new UnexpectedResult("no process to kill: " + door.status());
        }
        JsonNode victim = alive.get(random.nextInt(alive.size()));
        long pid = victim.path("pid").asLong();
        long start = System.nanoTime();
        ProcessHandle.of(pid).orElseThrow(() -> new UnexpectedResult("no process " + pid)).destroyForcibly();
        awaitNewPid(victim.path("name").asString(), pid);
        door.awaitReady(BACK);
        return new Killed(victim.path("name").asString(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void awaitNewPid(String name, long old) {
        long end = System.nanoTime() + BACK.toNanos();
        while (System.nanoTime() < end) {
            boolean back = door.status().path("processes").valueStream()
                    .anyMatch(each -> each.path("name").asString().equals(name) && each.path("pid").asLong(0) != old
                            && each.path("pid").asLong(0) > 0);
            if (back) {
                return;
            }
            RefugioCommandLine.pause(Duration.ofMillis(200));
        }
        throw new UnexpectedResult(name + " did not come back");
    }

    private static boolean isVictim(JsonNode process) {
        String name = process.path("name").asString();
        return process.path("pid").asLong(0) > 0
                && VICTIMS.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "-"));
    }

    /** A killed and restarted process. */
    record Killed(String process, Duration backAfter) {}
}
