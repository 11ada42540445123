package org.refugio.intake.cases;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Normalises phone numbers. */
final class PhoneNumbers {

    private static final int NATIONAL_DIGITS = 10;

    private PhoneNumbers() {
    }

    /** The number in E.164; empty when it is not a possible number. */
    static Optional<String> e164(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(withoutMobileOne(written), "MX");
            return numbers.isPossibleNumber(parsed)
                    ? Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Mexico abolished the mobile prefix 1 in 2019; it is still in use, and libphonenumber does not support it. */
    private static String withoutMobileOne(String written) {
        String digits = written.replaceAll("\\D", "");
        return digits.matches("521\\d{10}") ? "+52" + digits.substring(3) : written;
    }

    /** The last ten digits, which are the same in all notations of a number. */
    static String comparable(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }
}
