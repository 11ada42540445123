package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The inputs of a deadline. A case keeps them, so that it can be computed again when a calendar changes.
 *
 * @param from the day of the trigger: entry, notice or filing; the count starts after it
 * @param municipality where the office is, an id; null for the authority's default
 * @param extensionDays granted by the authority, in the unit of the rule; 0 for none
 */
public record DeadlineRequest(String rule, LocalDate from, String municipality, int extensionDays) {

    public DeadlineRequest {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(from, "from");
    }

    /** Without extension, at the authority's default office. */
    public static DeadlineRequest of(String rule, LocalDate from) {
        return new DeadlineRequest(rule, from, null, 0);
    }

    /** At another office. */
    public DeadlineRequest withMunicipality(String municipality) {
        return new DeadlineRequest(rule, from, municipality, extensionDays);
    }

    /** With an extension. */
    public DeadlineRequest withExtension(int days) {
        return new DeadlineRequest(rule, from, municipality, days);
    }
}
