package org.refugio.messaging.command;

import java.util.Map;

/** A rule said no. A value, not an exception; features keep their own in a sealed interface that extends this one. */
public interface Refusal {

    /** The rule's stable name in kebab case, the last part of the problem's {@code type}. */
    String rule();

    /** What to tell the user: which rule, why, and what to do. No personal data. */
    String explanation();

    /** Whether the input itself is wrong (422) or only the present state stands against it (409). */
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** What else a program can use of it, as members of the problem detail: alternatives, for instance. No personal data. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** How a refusal answers over HTTP. */
    enum Kind {
        CONFLICT,
        INVALID
    }
}
