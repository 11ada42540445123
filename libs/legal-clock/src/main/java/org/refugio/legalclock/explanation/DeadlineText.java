package org.refugio.legalclock.explanation;

import java.util.List;
import java.util.Locale;
import org.refugio.legalclock.Count;
import org.refugio.legalclock.DayOfCount;
import org.refugio.legalclock.Deadline;

/** A deadline as a plain text that a lawyer can check by hand. */
public final class DeadlineText {

    private final Deadline deadline;
    private final Wording wording;
    private final StringBuilder text = new StringBuilder();

    private DeadlineText(Deadline deadline, Wording wording) {
        this.deadline = deadline;
        this.wording = wording;
    }

    /**
     * The two dates, every skipped day with why and its citation, the sources, the versions and the warnings.
     *
     * @param language Spanish, or English for every other language
     */
    public static String explain(Deadline deadline, Locale language) {
        return new DeadlineText(deadline, new Wording(language)).explanation();
    }

    private String explanation() {
        Count count = deadline.count();
        text.append(wording.say(count.rule().title())).append(" (").append(deadline.rule()).append(")\n");
        field("Term", "Plazo", wording.term(count) + "; " + wording.office(count));
        field("Starts from", "Se cuenta desde", wording.date(deadline.from()));
        field("Trigger", "Hecho que lo inicia", wording.say(count.rule().trigger()));
        dates(count);
        skipped(count);
        list("Sources", "Fuentes", deadline.citations());
        list("Warnings", "Advertencias", count.warnings().stream().map(wording::say).toList());
        field("Rule version", "Versión de la regla", deadline.ruleVersion());
        field("Calendar versions", "Versiones del calendario", deadline.calendarVersion());
        return text.toString();
    }

    private void dates(Count count) {
        count.suspendedSince().ifPresent(since -> text.append(wording.say("The term is suspended since ",
                "El plazo está suspendido desde el ")).append(wording.date(since)).append(wording.say(
                        ": it has no last day until the end of the suspension is published and entered.\n",
                        ": no tiene último día hasta que se publique y registre el fin de la suspensión.\n")));
        if (deadline.nominal() != null) {
            field("Last day (nominal)", "Último día (nominal)", wording.date(deadline.nominal()) + wording.say(
                    ", until ", ", hasta las ") + count.calendar().hours().closes() + " (" + count.municipality().zone()
                    + ")");
        }
        if (deadline.earliestDefensible() != null) {
            field("Earliest defensible last day", "Último día defendible más temprano",
                    wording.date(deadline.earliestDefensible()) + wording.say(" (reminders work from it)",
                            " (los recordatorios parten de él)"));
        }
    }

    private void skipped(Count count) {
        List<String> lines = count.days().stream().filter(DayOfCount::skipped).map(day -> wording.date(day.date())
                + ": " + wording.say(day.why()) + " (" + day.citation() + ")").toList();
        list("Days that do not count: " + lines.size(), "Días que no cuentan: " + lines.size(), lines);
    }

    private void field(String en, String es, String value) {
        text.append(wording.say(en, es)).append(": ").append(value).append('\n');
    }

    private void list(String en, String es, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(wording.say(en, es)).append('\n');
            lines.forEach(line -> text.append("  - ").append(line).append('\n'));
        }
    }
}
