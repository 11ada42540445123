package org.refugio.access.audit;

import java.time.Instant;
import org.refugio.access.AccessCheckListener;

/**
 * The audit entry of one request. It contains ids only, no data of the people that they belong to.
 *
 * @param who the OIDC subject, or {@code capability:<id>}
 * @param permission the rule of the route
 * @param route the method and the pattern of the route
 * @param object the ids in the path, or the id of the aggregate that a command changed; empty for a list
 * @param office the offices that were checked, separated by commas; empty when none was
 * @param outcome the outcome of the request
 * @param at by the system clock, in milliseconds
 * @param trace the trace id, which is the support code
 */
public record AuditEntry(String who, String permission, String route, String object, String office, Outcome outcome,
        Instant at, String trace) {

    /** The outcome of a request; stored by name. */
    public enum Outcome {
        /** The request was answered. */
        ALLOWED,
        /** The caller's role does not include the permission. */
        FORBIDDEN,
        /** The object belongs to an office in which the caller has no role. */
        NOT_THEIRS,
        /** The object does not exist. */
        NOT_THERE,
        /** A rule of the domain refused the command, or the input was invalid. */
        REFUSED,
        /** The request failed with an error. */
        FAILED;

        /** The outcome of a single access check. */
        public static Outcome of(AccessCheckListener.Verdict verdict) {
            return switch (verdict) {
                case ALLOWED -> ALLOWED;
                case FORBIDDEN -> FORBIDDEN;
                case OTHER_OFFICE -> NOT_THEIRS;
            };
        }
    }
}
