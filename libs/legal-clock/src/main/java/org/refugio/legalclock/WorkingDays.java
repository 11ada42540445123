package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The working days of the compiled years, so that the n-th one after a day is found by two array look-ups. Days are
 * offsets from {@link #FIRST}; {@code char} holds them because there are fewer than 65,536.
 */
final class WorkingDays {

    static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    static final int SIZE = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;

    /** There is no such day in the compiled years. */
    static final int NONE = -1;

    private final char[] before = new char[SIZE + 1];
    private final char[] days;

    /** @param rest the offsets that are no working days */
    WorkingDays(BitSet rest) {
        char[] working = new char[SIZE];
        int count = 0;
        for (int offset = 0; offset < SIZE; offset++) {
            before[offset] = (char) count;
            if (!rest.get(offset)) {
                working[count++] = (char) offset;
            }
        }
        before[SIZE] = (char) count;
        days = Arrays.copyOf(working, count);
    }

    static int offset(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    static LocalDate date(int offset) {
        return LocalDate.ofEpochDay(FIRST.toEpochDay() + offset);
    }

    static boolean contains(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** The n-th working day after the day, or {@link #NONE}. */
    int after(int offset, int n) {
        int index = before[offset + 1] + n - 1;
        return index < days.length ? days[index] : NONE;
    }

    /** The day itself if it is a working day, else the next one, or {@link #NONE}. */
    int onOrAfter(int offset) {
        int index = before[offset];
        return index < days.length ? days[index] : NONE;
    }
}
