package org.refugio.legalclock.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/** A rest day of a law; {@code from} and {@code until} are inclusive, and null when the entry has no such limit. */
public sealed interface ModelHoliday {

    LocalDate from();

    LocalDate until();

    /** Whether the entry names this day, its limits aside. */
    boolean names(LocalDate day);

    /** The record as it is written in a holiday file. */
    String line();

    default boolean rests(LocalDate day) {
        return names(day) && (from() == null || !day.isBefore(from())) && (until() == null || !day.isAfter(until()));
    }

    record Weekly(DayOfWeek weekday, LocalDate from, LocalDate until) implements ModelHoliday {
        @Override
        public boolean names(LocalDate day) {
            return day.getDayOfWeek() == weekday;
        }

        @Override
        public String line() {
            return "weekly " + weekday + " | art. W";
        }
    }

    record Fixed(MonthDay date, LocalDate from, LocalDate until) implements ModelHoliday {
        @Override
        public boolean names(LocalDate day) {
            return day.getMonthValue() == date.getMonthValue() && day.getDayOfMonth() == date.getDayOfMonth();
        }

        @Override
        public String line() {
            return "fixed " + digits(date) + " | fixed " + digits(date) + " | art. F";
        }
    }

    record Movable(DayOfWeek weekday, int nth, int month, LocalDate from, LocalDate until) implements ModelHoliday {
        /** The n-th Monday is the Monday that has n - 1 Mondays before it in the month. */
        @Override
        public boolean names(LocalDate day) {
            return day.getMonthValue() == month && day.getDayOfWeek() == weekday
                    && (day.getDayOfMonth() - 1) / 7 == nth - 1;
        }

        @Override
        public String line() {
            return "movable %s %d %02d | movable %d %02d | art. M".formatted(weekday, nth, month, nth, month);
        }
    }

    record SixYearly(MonthDay date, int year, LocalDate from, LocalDate until) implements ModelHoliday {
        @Override
        public boolean names(LocalDate day) {
            return MonthDay.from(day).equals(date) && Math.abs(day.getYear() - year) % 6 == 0;
        }

        @Override
        public String line() {
            return "every-six-years " + digits(date) + " " + year + " | every six years " + digits(date) + " | art. S";
        }
    }

    private static String digits(MonthDay date) {
        return "%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
    }
}
