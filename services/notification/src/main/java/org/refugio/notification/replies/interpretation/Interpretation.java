package org.refugio.notification.replies.interpretation;

/**
 * What a reply means.
 *
 * @param code the code of the appointment that it names, for instance {@code A}; null where it names none
 */
public record Interpretation(Meaning meaning, String code) {

    static final Interpretation UNCLEAR = new Interpretation(Meaning.UNCLEAR, null);
}
