package org.refugio.intake.cases;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as people write them. */
final class PhoneNumbers {

    private static final int NATIONAL_DIGITS = 10;

    private PhoneNumbers() {
    }

    /** E.164; empty when it is no possible number. */
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

    /** Mexico dropped the mobile 1 in 2019; people and messengers still write it, and libphonenumber does not know it. */
    private static String withoutMobileOne(String written) {
        String digits = written.replaceAll("\\D", "");
        return digits.matches("521\\d{10}") ? "+52" + digits.substring(3) : written;
    }

    /** The last ten digits, by which one number is found in all its forms. */
    static String comparable(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }
}
