package org.refugio.messaging.command;

import java.util.Map;

/**
 * A rule that refuses a command. It is a value, not an exception; each feature declares its own refusals in a sealed
 * interface that extends this one.
 */
public interface Refusal {

    /** The rule's stable name in kebab case, the last part of the problem's {@code type}. */
    String rule();

    /** For the user: which rule, why, and what to do. No personal data. */
    String explanation();

    /** Whether the input is invalid (HTTP 422) or conflicts with the current state (409). */
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** Further members of the problem detail for programs, for instance alternatives. No personal data. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** The kind of a refusal, which determines its HTTP status. */
    enum Kind {
        CONFLICT,
        INVALID
    }
}
