package org.refugio.legalclock.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rest days of one law.
 *
 * @param id the name of its file, for instance {@code lfpa-28}
 */
public record HolidaySet(String id, String law, String version, Verification verification, List<RestDay> days) {

    public HolidaySet {
        days = List.copyOf(days);
    }

    /** The first entry that makes the date a rest day. */
    public Optional<RestDay> restOn(LocalDate date) {
        for (RestDay day : days) {
            if (day.covers(date)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
