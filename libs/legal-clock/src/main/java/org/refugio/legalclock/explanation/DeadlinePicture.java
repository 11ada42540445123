package org.refugio.legalclock.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.refugio.legalclock.Count;
import org.refugio.legalclock.Deadline;

/**
 * A deadline as a picture: a row a week, counted days numbered, skipped days shaded by a pattern that also prints
 * in black and white.
 */
public final class DeadlinePicture {

    private static final int MARGIN = 20;
    private static final int WIDTH = 2 * MARGIN + 7 * DayCell.WIDTH;
    private static final int LEFT_OUT_HEIGHT = 26;
    private static final int LINE_WIDTH = 90;

    private static final String STYLE = """
        <style>
        .legal-clock text { font-family: "DejaVu Sans", Arial, sans-serif; fill: #000; }
        .legal-clock .title { font-size: 19px; font-weight: bold; }
        .legal-clock .line { font-size: 14px; }
        .legal-clock .head, .legal-clock .note { font-size: 12px; }
        .legal-clock .date { font-size: 12px; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        .legal-clock .number { font-size: 19px; font-weight: bold; text-anchor: end; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        .legal-clock .reason { font-size: 9px; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        .legal-clock .mark { font-size: 10px; font-weight: bold; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
        .legal-clock .cell { stroke: #555; stroke-width: 1; }
        .legal-clock .cell:not([fill]) { fill: #fff; }
        .legal-clock .last { fill: none; stroke: #000; stroke-width: 4; }
        .legal-clock .earliest { fill: none; stroke: #000; stroke-width: 2; stroke-dasharray: 6 4; }
        </style>
        <defs>
        <pattern id="legal-clock-weekly-rest" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#f1f1f1"/><path d="M0 8 L8 0" stroke="#b0b0b0"/></pattern>
        <pattern id="legal-clock-holiday" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#fdebc8"/><path d="M0 8 L8 0 M0 0 L8 8" stroke="#a87b1f"/></pattern>
        <pattern id="legal-clock-closure" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#dcebf8"/><circle cx="4" cy="4" r="1.6" fill="#33618c"/></pattern>
        <pattern id="legal-clock-suspension" width="8" height="6" patternUnits="userSpaceOnUse">
        <rect width="8" height="6" fill="#eadcf3"/><path d="M0 3 H8" stroke="#6b3f87" stroke-width="1.5"/></pattern>
        </defs>
        """;

    private final Deadline deadline;
    private final Wording wording;
    private final Svg svg = new Svg();

    private DeadlinePicture(Deadline deadline, Wording wording) {
        this.deadline = deadline;
        this.wording = wording;
    }

    /**
     * An SVG document.
     *
     * @param language Spanish, or English for every other language
     */
    public static String svg(Deadline deadline, Locale language) {
        return new DeadlinePicture(deadline, new Wording(language)).document();
    }

    private String document() {
        int height = new PictureLegend(deadline, wording, svg).draw(MARGIN, rows(head()) + 14) + 6;
        String title = Svg.escape(wording.say(deadline.count().rule().title()));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"legal-clock\" role=\"img\" lang=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(wording.say("en", "es"), WIDTH, height, WIDTH, height) + "<title>" + title + "</title>\n"
                + "<desc>" + Svg.escape(DeadlineText.explain(deadline, wording.locale())) + "</desc>\n" + STYLE
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + svg.elements() + "</svg>\n";
    }

    private int head() {
        Count count = deadline.count();
        svg.text(MARGIN, 34, "title", wording.say(count.rule().title()));
        int y = 56;
        for (String line : List.of(wording.term(count) + wording.say(" from ", " desde el ")
                + wording.date(deadline.from()) + "; " + wording.office(count), result(count))) {
            for (String part : Svg.wrap(line, LINE_WIDTH)) {
                svg.text(MARGIN, y, "line", part);
                y += 20;
            }
        }
        return y - 6;
    }

    private String result(Count count) {
        String last = deadline.nominal() == null
                ? wording.say("Suspended since ", "Suspendido desde el ")
                        + count.suspendedSince().map(wording::date).orElse("")
                        + wording.say(": no last day until the suspension ends", ": sin último día hasta que termine")
                : wording.say("Last day: ", "Último día: ") + wording.date(deadline.nominal()) + wording.say(", until ",
                        ", hasta las ") + count.calendar().hours().closes();
        return deadline.earliestDefensible() == null
                ? last
                : last + wording.say("; earliest: ", "; más temprano: ") + wording.date(deadline.earliestDefensible());
    }

    private int rows(int top) {
        List<WeekRow> rows = WeekRow.of(deadline);
        int y = top + 20;
        for (int day = 0; day < 7; day++) {
            LocalDate monday = LocalDate.of(2024, 1, 1);
            svg.text(MARGIN + day * DayCell.WIDTH + 6, y - 6, "head", wording.weekday(monday.plusDays(day)));
        }
        for (WeekRow row : rows) {
            y += switch (row) {
                case WeekRow.Week week -> week(week, y);
                case WeekRow.LeftOut leftOut -> leftOut(leftOut, y);
            };
        }
        return y;
    }

    private int week(WeekRow.Week week, int y) {
        DayCell cell = new DayCell(deadline, wording, svg);
        for (int day = 0; day < 7; day++) {
            LocalDate date = week.monday().plusDays(day);
            int x = MARGIN + day * DayCell.WIDTH;
            if (date.equals(deadline.from())) {
                cell.start(x, y);
            } else if (week.days().containsKey(date)) {
                cell.day(x, y, week.days().get(date));
            }
        }
        return DayCell.HEIGHT;
    }

    private int leftOut(WeekRow.LeftOut row, int y) {
        svg.text(MARGIN + 6, y + 18, "head", "… " + row.weeks() + wording.say(" more weeks in which no day counts …",
                " semanas más en que ningún día cuenta …"));
        return LEFT_OUT_HEIGHT;
    }
}
