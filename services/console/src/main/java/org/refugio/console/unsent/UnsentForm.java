package org.refugio.console.unsent;

import java.time.Instant;
import java.util.Map;

/**
 * A form that was submitted and not carried out.
 *
 * @param fields by name, without those of {@link FormOrigin} and without the CSRF token; empty for a file
 * @param user the subject of the user for whom the form was made
 * @param at when it was submitted, by the system clock
 */
public record UnsentForm(Map<String, String> fields, String user, Instant at, Reason reason) {

    /** Why it was not carried out. */
    public enum Reason {

        /** The sign-in had ended. */
        SIGN_IN_ENDED,

        /** The language of the page was changed. */
        LANGUAGE,

        /** The command was refused, or its outcome is unknown. */
        FAILED;

        /** The key of the sentence on the page. */
        public String text() {
            return "unsent." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
