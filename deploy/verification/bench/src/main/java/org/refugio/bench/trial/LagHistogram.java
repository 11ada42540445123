package org.refugio.bench.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.bench.ResultRow;
import org.refugio.e2e.Installation;

/**
 * How many events took at most how long from commit to effect, per consuming service, as its metrics say.
 *
 * @param counts per service: cumulative counts by bucket, its upper bound in seconds
 */
record LagHistogram(Map<String, TreeMap<Double, Long>> counts) {

    private static final Pattern BUCKET = Pattern
            .compile("^refugio_events_lag_seconds_bucket\\{.*le=\"([^\"]+)\".*} ([0-9.eE+]+)", Pattern.MULTILINE);
    private static final Map<String, Integer> MANAGEMENT_PORTS = new TreeMap<>(
            Map.of("console", 1, "intake", 110, "document", 130, "scheduling", 150, "notification", 170));
    private static final double BUDGET_SECONDS = 0.250;

    static LagHistogram of(Installation at) {
        Map<String, TreeMap<Double, Long>> out = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, Integer> each : MANAGEMENT_PORTS.entrySet()) {
                URI metrics = URI.create("http://127.0.0.1:" + (at.portBase() + each.getValue())
                        + "/actuator/prometheus");
                out.put(each.getKey(),
                        parsed(http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new LagHistogram(out);
    }

    /** The sum over all producers, by bucket. */
    static TreeMap<Double, Long> parsed(String metrics) {
        TreeMap<Double, Long> buckets = new TreeMap<>();
        Matcher line = BUCKET.matcher(metrics);
        while (line.find()) {
            double bound = line.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(line.group(1));
            buckets.merge(bound, (long) Double.parseDouble(line.group(2)), Long::sum);
        }
        return buckets;
    }

    LagHistogram since(LagHistogram before) {
        Map<String, TreeMap<Double, Long>> out = new TreeMap<>();
        counts.forEach((service, buckets) -> {
            TreeMap<Double, Long> fewer = new TreeMap<>(buckets);
            before.counts.get(service).forEach((bound, count) -> fewer.merge(bound, -count, Long::sum));
            out.put(service, fewer);
        });
        return new LagHistogram(out);
    }

    /** All events of all services. */
    long count() {
        return counts.values().stream().filter(each -> !each.isEmpty()).mapToLong(each -> each.lastEntry().getValue())
                .sum();
    }

    List<ResultRow> rows() {
        List<ResultRow> rows = new ArrayList<>();
        TreeMap<Double, Long> all = new TreeMap<>();
        counts.forEach((service, buckets) -> {
            rows.add(row("under load: commit → effect in " + service, buckets));
            buckets.forEach((bound, count) -> all.merge(bound, count, Long::sum));
        });
        rows.add(row("under load: commit → effect, all", all));
        return rows;
    }

    private static ResultRow row(String what, TreeMap<Double, Long> buckets) {
        ResultRow row = ResultRow.of(what).with("n", buckets.isEmpty() ? 0 : buckets.lastEntry().getValue());
        for (int share : new int[]{50, 95, 99}) {
            double seconds = bound(buckets, share / 100.0);
            row = Double.isInfinite(seconds)
                    ? row.with("p" + share, "later than " + buckets.lowerKey(seconds) + " s")
                    : row.with("p" + share + " ms ≤", 1000 * seconds);
        }
        return row.budgeted("p99 ≤ 250 ms", bound(buckets, 0.99) <= BUDGET_SECONDS);
    }

    /** The upper bound of the bucket that contains the percentile; the width of a bucket is about 10 %. */
    private static double bound(TreeMap<Double, Long> buckets, double share) {
        if (buckets.isEmpty()) {
            return 0;
        }
        double wanted = share * buckets.lastEntry().getValue();
        return buckets.entrySet().stream().filter(each -> each.getValue() >= wanted).findFirst().orElseThrow().getKey();
    }
}
