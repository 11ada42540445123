package org.refugio.legalclock.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.refugio.legalclock.DayOfCount;
import org.refugio.legalclock.Deadline;

/** Draws what the patterns mean, the named days with their citations, the versions and the warnings. */
record PictureLegend(Deadline deadline, Wording wording, Svg svg) {

    private static final int LINE = 17;
    private static final int TEXT_WIDTH = 118;

    /** Draw below y. @return where it ends */
    int draw(int x, int y) {
        int at = marks(x, y);
        for (String line : lines()) {
            for (String part : Svg.wrap(line, TEXT_WIDTH)) {
                svg.text(x, at, "note", part);
                at += LINE;
            }
        }
        return at;
    }

    private int marks(int x, int y) {
        Set<DayOfCount.Kind> kinds = new TreeSet<>();
        deadline.count().days().stream().filter(DayOfCount::skipped).forEach(day -> kinds.add(day.kind()));
        int column = x;
        for (DayOfCount.Kind kind : kinds) {
            svg.rect(column, y, 26, 16, "class=\"cell\"" + DayCell.fill(kind));
            svg.text(column + 33, y + 13, "note", name(kind));
            column += 155;
        }
        return lastDays(x, kinds.isEmpty() ? y : y + 26);
    }

    private int lastDays(int x, int y) {
        if (deadline.nominal() != null) {
            svg.rect(x + 1, y + 1, 24, 14, "class=\"last\"");
            svg.text(x + 33, y + 13, "note", wording.say("last day (nominal)", "último día (nominal)"));
        }
        if (deadline.earliestDefensible() != null) {
            svg.rect(x + 231, y + 1, 24, 14, "class=\"earliest\"");
            svg.text(x + 263, y + 13, "note", wording.say("earliest defensible last day: reminders work from it",
                    "último día defendible más temprano: de él parten los recordatorios"));
        }
        return deadline.nominal() == null && deadline.earliestDefensible() == null ? y + 14 : y + 40;
    }

    private String name(DayOfCount.Kind kind) {
        return switch (kind) {
            case WORKING -> wording.say("counted", "se cuenta");
            case WEEKLY_REST -> wording.say("weekly rest", "descanso semanal");
            case HOLIDAY -> wording.say("holiday", "día inhábil");
            case CLOSURE -> wording.say("closure", "cierre");
            case SUSPENSION -> wording.say("suspension", "suspensión");
        };
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<String> periods = new TreeSet<>();
        for (DayOfCount day : deadline.count().days()) {
            String reason = wording.say(day.why()) + " (" + day.citation() + ")";
            switch (day.kind()) {
                case HOLIDAY ->
                    lines.add(wording.weekday(day.date()) + " " + wording.shortDate(day.date()) + ": " + reason);
                case WEEKLY_REST, CLOSURE, SUSPENSION -> {
                    if (periods.add(reason)) {
                        lines.add(reason);
                    }
                }
                case WORKING -> {
                    // explained by its number
                }
            }
        }
        lines.add(wording.say("Sources: ", "Fuentes: ") + String.join("; ", deadline.citations()));
        lines.add(wording.say("Versions: rules ", "Versiones: reglas ") + deadline.ruleVersion() + "; "
                + deadline.calendarVersion());
        deadline.count().warnings().forEach(
                warning -> lines.add(wording.say("Warning: ", "Advertencia: ") + wording.say(warning)));
        return lines;
    }
}
