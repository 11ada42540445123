package org.refugio.legalclock.model;

import java.time.LocalDate;
import java.util.Set;

/** A closure or a suspension: both days inclusive; {@code until} null is open-ended; no municipalities means all. */
public record Absence(LocalDate from, LocalDate until, Set<String> municipalities) {

    public boolean concerns(String municipality) {
        return municipalities.isEmpty() || municipalities.contains(municipality);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    String line(String keyword) {
        return "%s %s | %s | %s | made up | DOF made up".formatted(keyword, from, until == null ? "open" : until,
                municipalities.isEmpty() ? "all" : String.join(", ", municipalities.stream().sorted().toList()));
    }
}
