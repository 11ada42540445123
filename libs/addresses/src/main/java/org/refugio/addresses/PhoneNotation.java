package org.refugio.addresses;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The notation of numbers, and the numbering plans of countries. */
final class PhoneNotation {

    static final String MEXICO = "MX";

    /** What people put between digits; copied numbers also contain invisible direction marks. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}().·/]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d+");

    /** A number for callers of an organisation belongs to no person. */
    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.VOIP,
            PhoneNumberType.PERSONAL_NUMBER);

    private PhoneNotation() {
    }

    /** Digits with an optional plus sign; empty when it has anything else, such as letters or an extension. */
    static String digits(String written) {
        String plain = SEPARATORS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
        StringBuilder digits = new StringBuilder();
        plain.chars().forEach(each -> digits.append(Character.isDigit(each)
                ? (char) ('0' + Character.digit(each, 10))
                : (char) each));
        return NUMBER.matcher(digits).matches() ? digits.toString() : "";
    }

    /** The number, if a person in that country can have it. */
    static Optional<PhoneNumber> subscriber(String digits, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(digits, region);
            return numbers.isValidNumber(parsed) && PERSONAL.contains(numbers.getNumberType(parsed))
                    ? Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
