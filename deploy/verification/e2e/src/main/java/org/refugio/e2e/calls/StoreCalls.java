package org.refugio.e2e.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;

/**
 * The calls to the store that the drivers of the services have counted since their start.
 *
 * @param counts by "service command collection", for instance {@code intake find cases}
 */
record StoreCalls(Map<String, Double> counts) {

    static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct", "getMore");
    static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");

    private static final Pattern LINE = Pattern
            .compile("^mongodb_driver_commands_seconds_count\\{(.*)} ([0-9.eE+]+)", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("\\bcommand=\"([^\"]+)\"");
    private static final Pattern COLLECTION = Pattern.compile("\\bcollection=\"([^\"]+)\"");
    /** The management port of each service, as a distance from the port base. */
    static final Map<String, Integer> MANAGEMENT_PORTS = new TreeMap<>(
            Map.of("console", 1, "intake", 110, "document", 130, "scheduling", 150, "notification", 170));

    /** Asks every service. Only this metric is read: the gauges of the backlog would query the store. */
    static StoreCalls of(Installation at) {
        Map<String, Double> counts = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, Integer> each : MANAGEMENT_PORTS.entrySet()) {
                URI metrics = URI.create("http://127.0.0.1:" + (at.portBase() + each.getValue())
                        + "/actuator/prometheus?includedNames=mongodb_driver_commands_seconds");
                String text = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
                Map<String, Double> own = parsed(each.getKey(), text);
                if (own.isEmpty()) {
                    throw new UnexpectedResult(each.getKey() + " counts no calls to the store");
                }
                counts.putAll(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new StoreCalls(counts);
    }

    static Map<String, Double> parsed(String service, String metrics) {
        Map<String, Double> counts = new TreeMap<>();
        Matcher line = LINE.matcher(metrics);
        while (line.find()) {
            Matcher command = COMMAND.matcher(line.group(1));
            Matcher collection = COLLECTION.matcher(line.group(1));
            if (command.find() && (READS.contains(command.group(1)) || WRITES.contains(command.group(1)))) {
                counts.merge(service + " " + command.group(1) + " " + (collection.find() ? collection.group(1) : "-"),
                        Double.parseDouble(line.group(2)), Double::sum);
            }
        }
        return counts;
    }

    /** What was added since an earlier count, each multiplied by {@code factor}. */
    StoreCalls since(StoreCalls before, double factor) {
        Map<String, Double> added = new TreeMap<>();
        counts.forEach((call, count) -> added.put(call, factor * (count - before.counts.getOrDefault(call, 0.0))));
        return new StoreCalls(added);
    }

    /** Without what an idle installation does in this time. */
    StoreCalls without(StoreCalls idlePerSecond, double seconds) {
        Map<String, Double> rest = new TreeMap<>();
        counts.forEach((call, count) -> rest.put(call,
                Math.max(0, count - seconds * idlePerSecond.counts.getOrDefault(call, 0.0))));
        return new StoreCalls(rest);
    }

    StoreCalls times(double factor) {
        Map<String, Double> scaled = new TreeMap<>();
        counts.forEach((call, count) -> scaled.put(call, factor * count));
        return new StoreCalls(scaled);
    }

    double reads(String service) {
        return sum(service, READS::contains);
    }

    double writes(String service) {
        return sum(service, WRITES::contains);
    }

    double reads() {
        return MANAGEMENT_PORTS.keySet().stream().mapToDouble(this::reads).sum();
    }

    double writes() {
        return MANAGEMENT_PORTS.keySet().stream().mapToDouble(this::writes).sum();
    }

    private double sum(String service, Predicate<String> command) {
        return counts.entrySet().stream().filter(each -> each.getKey().startsWith(service + " "))
                .filter(each -> command.test(each.getKey().split(" ")[1])).mapToDouble(Map.Entry::getValue).sum();
    }
}
