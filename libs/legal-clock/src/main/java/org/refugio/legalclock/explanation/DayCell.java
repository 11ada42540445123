package org.refugio.legalclock.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.refugio.legalclock.DayOfCount;
import org.refugio.legalclock.Deadline;

/** Draws one day. */
record DayCell(Deadline deadline, Wording wording, Svg svg) {

    static final int WIDTH = 100;
    static final int HEIGHT = 54;

    private static final int REASON_WIDTH = 19;

    /** The day of the trigger, which is not part of the count. */
    void start(int x, int y) {
        svg.rect(x, y, WIDTH, HEIGHT, "class=\"cell\"");
        svg.text(x + 6, y + 15, "date", wording.shortDate(deadline.from()));
        svg.text(x + 6, y + 34, "mark", wording.say("from here", "desde aquí"));
    }

    void day(int x, int y, DayOfCount day) {
        svg.rect(x, y, WIDTH, HEIGHT, "class=\"cell\"" + fill(day.kind()));
        svg.text(x + 7, y + 17, "date", wording.shortDate(day.date()));
        if (day.number() > 0) {
            svg.text(x + WIDTH - 8, y + 33, "number", Integer.toString(day.number()));
        }
        if (day.skipped()) {
            reason(x, y, wording.say(day.why()), day.number() > 0 ? REASON_WIDTH / 2 : REASON_WIDTH);
        }
        mark(x, y, day.date());
    }

    /** The fill of a kind of day; a pattern, so that it can be told apart in black and white. */
    static String fill(DayOfCount.Kind kind) {
        return kind == DayOfCount.Kind.WORKING ? "" : " fill=\"url(#" + pattern(kind) + ")\"";
    }

    static String pattern(DayOfCount.Kind kind) {
        return "legal-clock-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void reason(int x, int y, String why, int width) {
        List<String> lines = Svg.wrap(why, width);
        svg.text(x + 6, y + 32, "reason", lines.getFirst());
        if (lines.size() > 1) {
            svg.text(x + 6, y + 45, "reason", lines.get(1) + (lines.size() > 2 ? " …" : ""));
        }
    }

    private void mark(int x, int y, LocalDate date) {
        boolean last = date.equals(deadline.nominal());
        boolean earliest = date.equals(deadline.earliestDefensible());
        if (earliest) {
            svg.rect(x + 4, y + 4, WIDTH - 8, HEIGHT - 8, "class=\"earliest\"");
        }
        if (last) {
            svg.rect(x + 1, y + 1, WIDTH - 2, HEIGHT - 2, "class=\"last\"");
        }
        if (last || earliest) {
            svg.text(x + 8, y + HEIGHT - 8, "mark", last
                    ? wording.say("last day", "último día")
                    : wording.say("earliest", "más temprano"));
        }
    }
}
