package org.refugio.carriers.sms;

/** Normalises a number, so that a phone has one inbox for all notations. */
public final class PhoneNumber {

    private static final int SHORT_CODE = 7;

    private PhoneNumber() {
    }

    /** International form with a plus sign; a short code or a name is not changed. */
    public static String of(String written) {
        String number = written.strip().replaceAll("[ ().-]", "");
        return number.length() > SHORT_CODE && number.chars().allMatch(Character::isDigit) ? "+" + number : number;
    }
}
