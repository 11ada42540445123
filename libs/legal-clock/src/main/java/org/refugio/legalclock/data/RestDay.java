package org.refugio.legalclock.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** A day on which an authority does not work by law. */
public sealed interface RestDay {

    /** The name of the day. */
    LocalizedText name();

    /** The article that names it. */
    String citation();

    /** When the entry is in force. */
    Period inForce();

    /** Whether the date is such a day, in force or not. */
    boolean fallsOn(LocalDate date);

    /** Whether the date is such a day while the entry is in force. */
    default boolean covers(LocalDate date) {
        return fallsOn(date) && inForce().includes(date);
    }

    /** Every week. */
    record Weekly(DayOfWeek day, LocalizedText name, String citation, Period inForce) implements RestDay {
        @Override
        public boolean fallsOn(LocalDate date) {
            return date.getDayOfWeek() == day;
        }
    }

    /** Every year on the same date; 29 February only in leap years. */
    record Fixed(MonthDay day, LocalizedText name, String citation, Period inForce) implements RestDay {
        @Override
        public boolean fallsOn(LocalDate date) {
            return date.getDayOfMonth() == day.getDayOfMonth() && date.getMonth() == day.getMonth();
        }
    }

    /**
     * Every year on the n-th weekday of a month.
     *
     * @param ordinal from 1; a fifth one does not exist in every year
     */
    record Movable(DayOfWeek day, int ordinal, int month, LocalizedText name, String citation,
            Period inForce) implements RestDay {
        @Override
        public boolean fallsOn(LocalDate date) {
            return date.getMonthValue() == month
                    && date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)));
        }
    }

    /**
     * Every sixth year.
     *
     * @param year one in which it happens
     */
    record EverySixYears(MonthDay day, int year, LocalizedText name, String citation,
            Period inForce) implements RestDay {
        @Override
        public boolean fallsOn(LocalDate date) {
            return Math.floorMod(date.getYear() - year, 6) == 0 && date.getDayOfMonth() == day.getDayOfMonth()
                    && date.getMonth() == day.getMonth();
        }
    }
}
