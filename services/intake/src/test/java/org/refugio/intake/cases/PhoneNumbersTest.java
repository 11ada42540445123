package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"9621234567", "962 123 45 67", "+52 962 123 4567", "+52 1 962 123 4567",
            "5219621234567", "(962) 123-4567"})
    void allNotationsOfANumberAreStoredAndFoundAsOne(String written) {
        assertThat(PhoneNumbers.e164(written)).contains("+529621234567");
        assertThat(PhoneNumbers.comparable(written)).isEqualTo(PhoneNumbers.comparable("+529621234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "no phone", "962123456789012345"})
    void anInvalidNumberIsRejected(String written) {
        assertThat(PhoneNumbers.e164(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+50937123456", "+1 305 555 0123"})
    void numbersOfOtherCountriesKeepTheirPrefix(String written) {
        assertThat(PhoneNumbers.e164(written)).contains("+" + written.replaceAll("\\D", ""));
    }
}
