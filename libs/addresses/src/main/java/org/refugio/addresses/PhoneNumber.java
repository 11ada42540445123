package org.refugio.addresses;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number in E.164, for instance {@code +529621234567}. Two numbers are the same only when they are equal as a
 * whole: {@code +1 562 555 0147} and {@code +52 562 555 0147} are phones of two people.
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    /**
     * Notations that Mexico abolished in 2019 and that are still in use: the prefix 1 of mobile numbers after the
     * country code, and the trunk prefixes 01, 044 and 045. The numbering plan of libphonenumber does not have them.
     */
    private static final Pattern OLD_MEXICAN = Pattern.compile(
            "(?:(?:\\+|00)?52(?:1|01|044|045)|01|044|045)(\\d{10})");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not a number in E.164");
        }
    }

    /**
     * A number in international form as it is stored or as a carrier reports it, with or without the plus sign. Empty
     * for anything else, for instance a short code or the name of a sender.
     */
    public static Optional<PhoneNumber> ofInternational(String digits) {
        String withPlus = digits.startsWith("+") ? digits : "+" + digits;
        return Optional.of(withoutOldPrefix(withPlus)).filter(each -> E164.matcher(each).matches())
                .map(PhoneNumber::new);
    }

    /** The number in the notation of today if this is an old Mexican one; otherwise the same text. */
    static String withoutOldPrefix(String written) {
        Matcher old = OLD_MEXICAN.matcher(written);
        return old.matches() ? "+52" + old.group(1) : written;
    }
}
