package org.refugio.launcher.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.process.ProcessStatus;
import org.refugio.launcher.process.Supervisor;
import org.refugio.launcher.process.SupervisorControl;

/**
 * Shows the progress of each process during the start, and at the end how long it took.
 *
 * @param begin when {@code up} began, in nanoseconds
 */
public record StartProgress(InstallationHome home, long begin) {

    private static final int TOO_MANY_RESTARTS = 5;

    /** Seconds since the beginning; zero until it happens. */
    private record Times(double started, double ready) {}

    /** Returns when everything is ready. */
    void follow(boolean first, Duration patience) throws InterruptedException {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, Times> times = new LinkedHashMap<>();
        while (true) {
            Supervisor.Report report = new SupervisorControl(home).status()
                    .orElseThrow(
                            () -> new LauncherException("the supervisor ended; its log is " + home.log("supervisor")));
            for (ProcessStatus each : report.processes()) {
                if (!each.state().equals(shown.put(each.name(), each.state())) && !each.state().equals("waiting")) {
                    times.merge(each.name(), new Times(seconds(), 0), (old, now) -> old.ready() > 0
                            ? old
                            : new Times(old.started(), each.state().equals("ready") ? seconds() : 0));
                    System.out.printf("%6.1f s  %-14s %s%n", seconds(), each.name(), each.state());
                }
                if (first && each.restarts() >= TOO_MANY_RESTARTS) {
                    throw new LauncherException(each.name() + " does not start; its log is " + home.log(each.name()));
                }
            }
            if (report.ready()) {
                System.out.print(ReadySummary.of(home, seconds(), first ? table(times, report) : ""));
                return;
            }
            if (seconds() > patience.toSeconds()) {
                throw new LauncherException("not ready within " + patience.toSeconds() + " s: "
                        + report.processes().stream()
                                .filter(each -> !each.state().equals("ready")).map(ProcessStatus::name)
                                .collect(Collectors.joining(", "))
                        + "; the logs are in " + home.home().resolve("logs"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static String table(Map<String, Times> times, Supervisor.Report report) {
        StringBuilder out = new StringBuilder("\nWhat took how long (started → ready, memory)\n");
        long total = 0;
        for (ProcessStatus each : report.processes()) {
            Times at = times.getOrDefault(each.name(), new Times(0, 0));
            out.append("  %-14s %5.1f → %5.1f s %6d MB%n".formatted(each.name(), at.started(), at.ready(),
                    each.rssMb()));
            total += each.rssMb();
        }
        return out.append("  %-14s %22d MB%n".formatted("all", total)).toString();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
