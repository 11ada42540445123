package org.refugio.access.web.input;

/**
 * Text as it is read from requests. Text without anything visible is read as empty, so that a required field is missing.
 * Controls of the writing direction are removed: they only make a text look like another one, and come with numbers that
 * are copied from a telephone. Characters that no keyboard produces are refused.
 */
public final class InputText {

    /** Letters by their category that show nothing: fillers of Hangul, and the empty Braille pattern. */
    private static final String BLANK = "\u115f\u1160\u3164\uffa0\u2800";

    private InputText() {
    }

    /**
     * The text to use.
     *
     * @throws IllegalArgumentException for control characters other than tabulators and line ends, and for code points
     *     that are no characters
     */
    public static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean visible = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (isUnusable(point)) {
                throw new IllegalArgumentException("a control character");
            }
            if (!isDirection(point)) {
                kept.appendCodePoint(point);
                visible |= isVisible(point);
            }
        }
        return visible ? kept.toString() : "";
    }

    /** Whether it is a control, half of a surrogate pair, or no character at all. */
    public static boolean isUnusable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t' && point != '\n' && point != '\r';
            case Character.SURROGATE -> true;
            default -> (point & 0xfffe) == 0xfffe || point >= 0xfdd0 && point <= 0xfdef;
        };
    }

    /** Whether it embeds, overrides or isolates a direction. The marks that Arabic and Hebrew are typed with are not among them. */
    public static boolean isDirection(int point) {
        return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                false;
            default -> BLANK.indexOf(point) < 0;
        };
    }
}
