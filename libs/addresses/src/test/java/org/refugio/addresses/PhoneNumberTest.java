package org.refugio.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+529621234567", "529621234567", "+5219621234567", "5219621234567"})
    void aCarriersNotationsAreOneNumber(String reported) {
        assertThat(PhoneNumber.ofInternational(reported)).contains(new PhoneNumber("+529621234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TELCEL", "TELCEL 5", "12345", "", "+", "+0123456789", "1234567890123456"})
    void aNameOrAShortCodeIsNotANumber(String reported) {
        assertThat(PhoneNumber.ofInternational(reported)).isEmpty();
    }

    @Test
    void theNumberOfAnotherCountryIsNotFolded() {
        assertThat(PhoneNumber.ofInternational("15215551234")).contains(new PhoneNumber("+15215551234"));
    }

    @Test
    void theRefusalOfAnInvalidNumberDoesNotContainIt() {
        assertThatThrownBy(() -> new PhoneNumber("9621234567")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("962");
    }
}
