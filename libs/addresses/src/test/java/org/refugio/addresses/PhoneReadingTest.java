package org.refugio.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"9621234567", "962 123 45 67", "+52 962 123 4567", "52 962 123 4567", "(962) 123-4567",
            "962·123·4567", "962–123–4567", "\u202A+52 962 123 4567\u202C", "＋52 962 123 4567",
            "+٥٢٩٦٢١٢٣٤٥٦٧", "0052 962 123 4567"})
    void everyNotationIsReadAsTheSameNumber(String written) {
        assertThat(PhoneReading.of(written, null)).isEqualTo(read("+529621234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"044 55 1234 5678", "045 55 1234 5678", "01 55 1234 5678", "005215512345678",
            "+5215512345678", "5215512345678", "+52 1 55 1234 5678", "+52 044 55 1234 5678", "+52 01 55 1234 5678"})
    void anOldMexicanNotationIsReadAsTheNumberOfToday(String written) {
        assertThat(PhoneReading.of(written, "HT")).isEqualTo(read("+525512345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "0000000000", "1234567890", "12", "", "no phone", "962123456789012345",
            "55 1234 567", "+52 1234567", "+1 962 555 1234", "96212A4567", "55CALLNOW1", "962 123 4567 ext. 3",
            "911", "800 123 4567", "+52 800 123 4567", "++529621234567", "962123+4567"})
    void whatNoSubscriberHasIsNotANumber(String written) {
        assertThat(PhoneReading.of(written, null)).isInstanceOf(PhoneReading.NotANumber.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+50937123456", "+1 305 555 0123", "00 1 562 555 0147", "+1 562 555 0147"})
    void aNumberWithACountryCodeKeepsIt(String written) {
        String digits = "+" + written.replaceAll("\\D", "").replaceFirst("^00", "");
        assertThat(PhoneReading.of(written, "MX")).isEqualTo(read(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"305 555 0123", "1 305 555 0123", "37123456", "0412 123 4567"})
    void anotherCountrysNumberNeedsItsCountryCode(String written) {
        assertThat(PhoneReading.of(written, null)).isInstanceOf(PhoneReading.NotANumber.class);
    }

    @ParameterizedTest
    @CsvSource({"562 555 0147, US", "562 555 0147, CA", "312 345 6789, CO", "818 234 5678, US"})
    void aNumberOfTwoCountriesIsAskedBack(String written, String nationality) {
        assertThat(PhoneReading.of(written, nationality)).isInstanceOf(PhoneReading.OfTwoCountries.class);
        assertThat(PhoneReading.of("+52 " + written, nationality))
                .isEqualTo(read("+52" + written.replaceAll("\\D", "")));
    }

    @ParameterizedTest
    @CsvSource(value = {"562 555 0147, HT", "562 555 0147, MX", "562 555 0147, -", "562 555 0147, XX",
            "962 123 4567, US", "312 345 6789, VE"}, nullValues = "-")
    void aNumberThatTheCountryOfNationalityDoesNotHaveIsMexican(String written, String nationality) {
        assertThat(PhoneReading.of(written, nationality)).isEqualTo(read("+52" + written.replaceAll("\\D", "")));
    }

    @Test
    void numbersThatShareTheirLastDigitsAreDifferent() {
        assertThat(PhoneReading.of("+1 562 555 0147", null)).isNotEqualTo(PhoneReading.of("+52 562 555 0147", null));
    }

    private static PhoneReading read(String e164) {
        return new PhoneReading.Read(new PhoneNumber(e164));
    }
}
