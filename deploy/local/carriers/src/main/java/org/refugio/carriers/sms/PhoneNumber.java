package org.refugio.carriers.sms;

/** Writes a number in one form, so that a phone has one inbox however it is addressed. */
public final class PhoneNumber {

    private static final int SHORT_CODE = 7;

    private PhoneNumber() {
    }

    /** International form with a plus sign; a short code or a name stays as it is. */
    public static String of(String written) {
        String number = written.strip().replaceAll("[ ().-]", "");
        return number.length() > SHORT_CODE && number.chars().allMatch(Character::isDigit) ? "+" + number : number;
    }
}
