package org.refugio.legalclock.explanation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.refugio.legalclock.Count;
import org.refugio.legalclock.data.LocalizedText;

/** Words and dates of an explanation in one language. */
record Wording(Locale locale) {

    private static final Locale SPANISH = Locale.of("es", "MX");
    private static final DateTimeFormatter LONG_ES = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM 'de' uuuu", SPANISH);
    private static final DateTimeFormatter LONG_EN = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_ES = DateTimeFormatter.ofPattern("d MMM", SPANISH);
    private static final DateTimeFormatter SHORT_EN = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY_ES = DateTimeFormatter.ofPattern("EEE", SPANISH);
    private static final DateTimeFormatter WEEKDAY_EN = DateTimeFormatter.ofPattern("EEE", Locale.UK);

    String say(String en, String es) {
        return say(new LocalizedText(en, es));
    }

    String say(LocalizedText text) {
        return text.in(locale);
    }

    /** {@code Friday 5 February 2027}. */
    String date(LocalDate date) {
        return date.format(spanish() ? LONG_ES : LONG_EN);
    }

    /** {@code 5 Feb}. */
    String shortDate(LocalDate date) {
        return date.format(spanish() ? SHORT_ES : SHORT_EN);
    }

    /** {@code Fri}. */
    String weekday(LocalDate date) {
        return date.format(spanish() ? WEEKDAY_ES : WEEKDAY_EN);
    }

    /** {@code 30 working days}, with the extension when there is one. */
    String term(Count count) {
        String unit = say(count.rule().unit().words());
        return count.rule().value() + " " + unit + (count.extensionDays() == 0
                ? ""
                : say(" and an extension of ", " y una ampliación de ") + count.extensionDays() + " " + unit);
    }

    /** The authority and the place of its office. */
    String office(Count count) {
        return count.calendar().authority() + ", " + count.municipality().name();
    }

    private boolean spanish() {
        return locale.getLanguage().equals("es");
    }
}
