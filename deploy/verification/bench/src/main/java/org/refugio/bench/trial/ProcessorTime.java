package org.refugio.bench.trial;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.refugio.bench.ResultRow;
import tools.jackson.databind.JsonNode;

/**
 * The processor time of each process. Unlike a latency it hardly depends on other load, and it shows the capacity of a
 * machine.
 *
 * @param used by the process's name
 */
record ProcessorTime(Map<String, Duration> used) {

    static ProcessorTime of(JsonNode status) {
        Map<String, Duration> out = new TreeMap<>();
        status.path("processes").forEach(each -> ProcessHandle.of(each.path("pid").asLong())
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> out.put(each.path("name").asString(), time)));
        return new ProcessorTime(out);
    }

    /** Per command, including everything that the system did meanwhile. */
    ResultRow perCommand(ProcessorTime before, int commands) {
        return since(before, "processor ms per command", commands);
    }

    /** In milliseconds, divided by a number of commands or seconds, largest first. */
    ResultRow since(ProcessorTime before, String what, double divisor) {
        Map<String, Double> millis = new TreeMap<>();
        used.forEach((name, now) -> millis.put(name,
                now.minus(before.used().getOrDefault(name, Duration.ZERO)).toNanos() / 1e6 / divisor));
        ResultRow row = ResultRow.of(what).with("all",
                millis.values().stream().mapToDouble(each -> each).sum());
        for (Map.Entry<String, Double> each : millis.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).toList()) {
            row = row.with(each.getKey(), each.getValue());
        }
        return row;
    }
}
