package org.refugio.notification.replies.interpretation;

/** Whether two words differ in one typing error. */
final class TypingError {

    private TypingError() {
    }

    /** One letter is wrong, missing or too many, or two neighbours are exchanged. */
    static boolean isOne(String one, String other) {
        if (one.length() > other.length()) {
            return isOne(other, one);
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (one.length() < other.length()) {
            return one.substring(at).equals(other.substring(at + 1));
        }
        boolean wrong = at < one.length() && one.substring(at + 1).equals(other.substring(at + 1));
        boolean exchanged = at + 1 < one.length() && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at) && one.substring(at + 2).equals(other.substring(at + 2));
        return wrong || exchanged;
    }
}
