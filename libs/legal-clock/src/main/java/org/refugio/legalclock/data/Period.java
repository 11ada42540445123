package org.refugio.legalclock.data;

import java.time.LocalDate;

/**
 * Days from {@code from} until {@code until}, both included; {@link LocalDate#MIN} and {@link LocalDate#MAX} mean
 * no limit.
 */
public record Period(LocalDate from, LocalDate until) {

    /** Without limits. */
    public static final Period ALWAYS = new Period(LocalDate.MIN, LocalDate.MAX);

    /** Whether the day is in it. */
    public boolean includes(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(until);
    }

    /** Whether a day is in both. */
    public boolean overlaps(Period other) {
        return !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    /** Whether it has no end. */
    public boolean open() {
        return until.equals(LocalDate.MAX);
    }
}
