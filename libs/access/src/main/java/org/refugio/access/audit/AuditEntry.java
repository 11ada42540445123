package org.refugio.access.audit;

import java.time.Instant;

/**
 * One answer that was given, or refused. Ids only: nothing here says anything of a person but to those who may look the
 * ids up.
 *
 * @param who the OIDC subject, or {@code capability:<id>}
 * @param permission what was asked for
 * @param route the route's method and pattern
 * @param object the ids in the route, or the id of what a command created; empty for a list
 * @param office the offices that were checked, by comma; empty when it never came to that
 * @param outcome how it was answered
 * @param at by the machine's clock, to the millisecond
 * @param trace the support code
 */
public record AuditEntry(String who, String permission, String route, String object, String office, Outcome outcome,
        Instant at, String trace) {

    /** How a request was answered. */
    public enum Outcome {
        /** It was. */
        ALLOWED,
        /** The role does not allow it. */
        FORBIDDEN,
        /** It is of an office that is not the caller's. */
        NOT_THEIRS,
        /** There is no such thing. */
        NOT_THERE,
        /** A rule of the domain said no, or the input was not right. */
        REFUSED,
        /** A fault. */
        FAILED
    }
}
