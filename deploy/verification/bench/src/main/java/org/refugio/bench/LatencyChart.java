package org.refugio.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line chart of latency percentiles by rate, as SVG, with the budgets as dashed lines. The scale of the latencies is
 * logarithmic, from 1 ms to 10 s.
 *
 * @param caption the commit and the machine
 */
record LatencyChart(List<Point> points, String caption) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 110;
    private static final int TOP = 40;
    private static final int BOTTOM = 70;
    private static final double DECADES = 4;
    private static final Map<String, String> COLOURS = Map.of("p50", "#1d6f5f", "p95", "#b3541e", "p99", "#7a1f5c");
    private static final Map<String, Integer> BUDGET_MILLIS = Map.of("p95", 100, "p99", 300);

    /** One step of the measurement: commands per second, and the percentiles in milliseconds by their name. */
    record Point(int rate, Map<String, Double> millis) {

        /** Of a row that contains a rate and the usual percentiles. */
        static Point of(ResultRow row) {
            return new Point(((Number) row.figures().get("commands/s")).intValue(), COLOURS.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(),
                            each -> ((Number) row.figures().get(each + " ms")).doubleValue())));
        }

        static boolean isShownBy(ResultRow row) {
            return row.figures().containsKey("commands/s") && row.figures().containsKey("p99 ms");
        }
    }

    String svg() {
        List<String> out = new ArrayList<>();
        out.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">"
                .formatted(WIDTH, HEIGHT));
        out.add("<title>Latency of commands by rate, in milliseconds</title>");
        out.add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        out.add(text(LEFT, 22, "start", "Latency in ms (logarithmic) by commands per second"));
        for (int decade = 0; decade <= DECADES; decade++) {
            double millis = Math.pow(10, decade);
            out.add(line(LEFT, y(millis), WIDTH - RIGHT, y(millis), "#d5d5d5", ""));
            out.add(text(LEFT - 8, y(millis) + 4, "end", String.format(Locale.ROOT, "%,d", (long) millis)));
        }
        points.forEach(each -> out
                .add(text(x(each.rate()), HEIGHT - BOTTOM + 20, "middle", Integer.toString(each.rate()))));
        COLOURS.keySet().stream().sorted().forEach(name -> out.addAll(curve(name)));
        out.add(text(LEFT, HEIGHT - 18, "start", caption));
        out.add("</svg>");
        return String.join("\n", out) + "\n";
    }

    private List<String> curve(String name) {
        String colour = COLOURS.get(name);
        List<String> out = new ArrayList<>();
        out.add(String.format(Locale.ROOT, "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
                colour,
                points.stream().map(
                        each -> String.format(Locale.ROOT, "%.1f,%.1f", x(each.rate()), y(each.millis().get(name))))
                        .collect(Collectors.joining(" "))));
        Point last = points.getLast();
        out.add(text(x(last.rate()) + 8, y(last.millis().get(name)) + 4, "start", name));
        if (BUDGET_MILLIS.containsKey(name)) {
            double budget = y(BUDGET_MILLIS.get(name));
            out.add(line(LEFT, budget, WIDTH - RIGHT, budget, colour, " stroke-dasharray=\"6 4\""));
            out.add(text(WIDTH - RIGHT + 30, budget + 4, "start", "%s ≤ %d".formatted(name, BUDGET_MILLIS.get(name))));
        }
        return out;
    }

    private double x(int rate) {
        int most = points.getLast().rate();
        return LEFT + (WIDTH - LEFT - RIGHT) * (double) rate / most;
    }

    private static double y(double millis) {
        double share = Math.log10(Math.clamp(millis, 1, Math.pow(10, DECADES))) / DECADES;
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, String more) {
        return String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>", x1,
                y1, x2, y2, colour, more);
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor,
                words.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
