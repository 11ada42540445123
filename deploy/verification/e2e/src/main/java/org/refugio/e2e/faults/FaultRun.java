package org.refugio.e2e.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;

/**
 * A number of rounds: during a flow of commands a process is killed and restarted; at the end everything is verified.
 */
final class FaultRun {

    private static final int CLIENTS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(6);
    private static final Duration CALM = Duration.ofMinutes(2);

    private final RefugioCommandLine door;
    private final Installation at;
    private final PrintStream out;

    FaultRun(RefugioCommandLine door, Installation at, PrintStream out) {
        this.door = door;
        this.at = at;
        this.out = out;
    }

    /** The result. */
    record Result(int rounds, int acknowledged, long repeated, long looked, List<String> violations) {}

    Result run(int rounds, Path historyFile, RandomGenerator random) throws Exception {
        ApiClient api = new ApiClient(at);
        InvariantChecker checker = new InvariantChecker(api, at);
        LocalDate today = OfficeHours.begin(api);
        try (CommandHistory history = new CommandHistory(historyFile)) {
            flow(goOn -> new WorkloadClient(api, history, today, goOn), rounds, new ProcessKiller(door, random),
                    history);
            checker.awaitCalm(CALM);
            List<String> violations = new ArrayList<>(checker.check(history.all()));
            violations.addAll(rebuild());
            return new Result(rounds, history.size(), history.repeated(), checker.looked(), violations);
        }
    }

    private void flow(Function<BooleanSupplier, WorkloadClient> client, int rounds, ProcessKiller chaos,
            CommandHistory history)
            throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(client.apply(goOn::get)));
            }
            try {
                for (int round = 1; round <= rounds; round++) {
                    RefugioCommandLine.pause(BETWEEN);
                    ProcessKiller.Killed killed = chaos.round();
                    out.printf("round %d: %s killed, all ready after %.1f s; %d commands acknowledged so far%n", round,
                            killed.process(), killed.backAfter().toMillis() / 1000.0, history.size());
                }
                RefugioCommandLine.pause(BETWEEN);
            } finally {
                goOn.set(false);
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private List<String> rebuild() {
        try {
            door.run(Duration.ofMinutes(5), "rebuild", "console", "--check");
            return List.of();
        } catch (RuntimeException e) {
            return List.of("the rebuilt read model is not the live one: " + e.getMessage());
        }
    }
}
