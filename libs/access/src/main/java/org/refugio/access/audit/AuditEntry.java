package org.refugio.access.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.refugio.access.AccessCheckListener;

/**
 * The audit entry of one request. It contains ids only, no data of the people that they belong to.
 *
 * @param who the OIDC subject, or {@code capability:<id>}
 * @param permission the rule of the route
 * @param route the method and the pattern of the route
 * @param object the ids in the path, the id of the aggregate that a command changed, or
 * the keyed digest of a search and the ids that it showed; empty for another list
 * @param office the offices that were checked, separated by commas; empty when none was
 * @param outcome the outcome of the request
 * @param at by the system clock, in milliseconds
 * @param trace the trace id, which is the support code
 */
public record AuditEntry(String who, String permission, String route, String object, String office, Outcome outcome,
        Instant at, String trace) {

    /** What is hashed must be what the store returns: it stores UTF-8, which has no unpaired surrogates. */
    public AuditEntry {
        who = asStored(who);
        permission = asStored(permission);
        route = asStored(route);
        object = asStored(object);
        office = asStored(office);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        trace = asStored(trace);
    }

    private static String asStored(String text) {
        if (text.chars().noneMatch(each -> Character.isSurrogate((char) each))) {
            return text;
        }
        int[] characters = text.codePoints().map(each -> isSurrogate(each) ? REPLACEMENT : each).toArray();
        return new String(characters, 0, characters.length);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static final int REPLACEMENT = 0xFFFD;

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
