package org.refugio.legalclock.data;

import java.util.Locale;

/**
 * A text in English and in Spanish. In a file it is written {@code English / Spanish}; without the separator it
 * serves both.
 */
public record LocalizedText(String en, String es) {

    private static final String SEPARATOR = " / ";

    /** Read the form of the files. */
    public static LocalizedText parse(String text) {
        int at = text.indexOf(SEPARATOR);
        return at < 0
                ? new LocalizedText(text, text)
                : new LocalizedText(text.substring(0, at).strip(), text.substring(at + SEPARATOR.length()).strip());
    }

    /** The Spanish text for a Spanish locale, the English one for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
