package org.refugio.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * One line of figures.
 *
 * @param what was measured
 * @param figures by name, which contains the unit
 * @param budget the budget; null where there is none
 */
public record ResultRow(String what, SequencedMap<String, Object> figures, Budget budget) {

    /**
     * @param text the budget in words
     * @param within whether the figures are within it
     */
    public record Budget(String text, boolean within) {}

    /** A row without figures. */
    public static ResultRow of(String what) {
        return new ResultRow(what, new LinkedHashMap<>(), null);
    }

    /** With one more figure, rounded to the precision of the measurement. */
    public ResultRow with(String name, Number value) {
        return and(name, value instanceof Double real ? rounded(real) : value);
    }

    /** With a remark. */
    public ResultRow with(String name, String words) {
        return and(name, words);
    }

    private ResultRow and(String name, Object figure) {
        SequencedMap<String, Object> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new ResultRow(what, more, budget);
    }

    /** With its budget. */
    public ResultRow budgeted(String text, boolean within) {
        return new ResultRow(what, figures, new Budget(text, within));
    }

    private static Number rounded(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= 100) {
            return Math.round(value);
        }
        return Math.round(value * 100) / 100.0;
    }

    Map<String, Object> json() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("what", what);
        out.putAll(figures);
        if (budget != null) {
            out.put("budget", budget.text());
            out.put("withinBudget", budget.within());
        }
        return out;
    }

    String text() {
        String line = figures.entrySet().stream().map(each -> each.getKey() + " " + shown(each.getValue()))
                .collect(Collectors.joining("   "));
        String verdict = budget == null
                ? ""
                : "   [" + (budget.within() ? "in" : "OUT OF") + " budget: " + budget.text()
                        + "]";
        return "  %-44s %s%s".formatted(what, line, verdict);
    }

    private static String shown(Object value) {
        return value instanceof Long whole ? String.format(Locale.ROOT, "%,d", whole) : value.toString();
    }
}
