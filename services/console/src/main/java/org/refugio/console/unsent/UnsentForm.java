package org.refugio.console.unsent;

import java.util.Map;

/**
 * A form that was submitted and not carried out.
 *
 * @param fields by name, without those of {@link FormOrigin} and without the CSRF token; empty for a file
 * @param user the subject of the user for whom the form was made
 */
public record UnsentForm(Map<String, String> fields, String user, Reason reason) {

    /** The length of what was typed. */
    int characters() {
        return fields.values().stream().mapToInt(String::length).sum();
    }

    /** Why it was not carried out. */
    public enum Reason {

        /** The sign-in had ended. */
        SIGN_IN_ENDED,

        /** The language of the page was changed. */
        LANGUAGE,

        /** A service, or the console, had no place for the request. */
        BUSY,

        /** The command was refused, or its outcome is unknown. */
        FAILED;

        /** The key of the sentence on the page. */
        public String text() {
            return "unsent." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
