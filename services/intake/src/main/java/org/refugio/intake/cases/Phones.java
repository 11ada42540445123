package org.refugio.intake.cases;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as people write them. */
final class Phones {

    private static final int NATIONAL_DIGITS = 10;

    private Phones() {
    }

    /** E.164, without the mobile 1 that Mexico dropped in 2019; empty when it is no possible number. */
    static Optional<String> e164(String written) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber parsed = numbers.parse(written, "MX");
            if (!numbers.isPossibleNumber(parsed)) {
                return Optional.empty();
            }
            String text = numbers.format(parsed, PhoneNumberFormat.E164);
            return Optional.of(text.startsWith("+521") && text.length() == 14 ? "+52" + text.substring(4) : text);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The last ten digits, by which one number is found in all its forms. */
    static String comparable(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }
}
