package org.refugio.legalclock;

import java.time.LocalDate;
import org.refugio.legalclock.data.LocalizedText;

/**
 * One day between the trigger and the last day.
 *
 * @param number of the day in the count, from 1; 0 when it does not count
 * @param why empty for a working day
 * @param citation empty for a working day
 */
public record DayOfCount(LocalDate date, int number, Kind kind, LocalizedText why, String citation) {

    /** What the day is for the authority. */
    public enum Kind {
        /** The authority works; also a day inside a term of calendar days, whatever it is. */
        WORKING,
        /** The same weekday every week. */
        WEEKLY_REST,
        /** A date that a law names. */
        HOLIDAY,
        /** A published closure of the office. */
        CLOSURE,
        /** A published suspension of terms. */
        SUSPENSION
    }

    /** Whether it is in the list of skipped days. */
    public boolean skipped() {
        return kind != Kind.WORKING;
    }
}
