package org.refugio.addresses;

import java.util.Optional;

/**
 * The result of reading a phone number that a person wrote. A number without a country code is Mexican, unless it is
 * also a number of the country of the person's nationality; then nobody can tell, and it must be asked for.
 */
public sealed interface PhoneReading {

    /** The one number that it can be. */
    record Read(PhoneNumber number) implements PhoneReading {}

    /** No subscriber of any country has it; or it lacks the code of a country that is not Mexico. */
    record NotANumber() implements PhoneReading {}

    /** Without a country code it is a number of two countries. */
    record OfTwoCountries() implements PhoneReading {}

    /**
     * Reads a number.
     *
     * @param nationality ISO 3166-1, two letters; null when it is not known
     */
    static PhoneReading of(String written, String nationality) {
        String digits = PhoneNotation.digits(written);
        Optional<PhoneNumber> mexican = PhoneNotation.subscriber(PhoneNumber.withoutOldPrefix(digits),
                PhoneNotation.MEXICO);
        boolean withCountryCode = digits.startsWith("+") || digits.startsWith("00");
        if (!withCountryCode && mexican.isPresent() && nationality != null
                && PhoneNotation.subscriber(digits, nationality).filter(each -> !each.equals(mexican.get()))
                        .isPresent()) {
            return new OfTwoCountries();
        }
        return mexican.<PhoneReading>map(Read::new).orElseGet(NotANumber::new);
    }
}
