package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.ContactDetails;
import org.refugio.intake.cases.CaseRefusal.UnusableInput;
import org.refugio.intake.cases.ContactReading.Unusable;
import org.refugio.intake.cases.ContactReading.Usable;

class ContactReadingTest {

    @Test
    void contactDetailsAreStoredInTheirOneForm() {
        assertThat(read(false, new OpenCase.Contact("044 55 1234 5678", " Maria@MÉXICO.example "), "HT"))
                .isEqualTo(new Usable(new ContactDetails("+525512345678", "Maria@méxico.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whatIsLeftOutIsNull(String empty) {
        assertThat(read(false, new OpenCase.Contact(empty, null), null))
                .isEqualTo(new Usable(new ContactDetails(null, null)));
    }

    @ParameterizedTest
    @CsvSource({"1234567, PHONE", "0000000000, PHONE", "1234567890, PHONE", "562 555 0147, PHONE_COUNTRY"})
    void aPhoneThatIsNobodysOrOfTwoCountriesIsRefused(String phone, UnusableInput refusal) {
        assertThat(read(false, new OpenCase.Contact(phone, null), "US")).isEqualTo(new Unusable(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria@example", "mar\u200Bia@example.org", "maria"})
    void anIncompleteEmailAddressIsRefused(String email) {
        assertThat(read(false, new OpenCase.Contact(null, email), null)).isEqualTo(new Unusable(UnusableInput.EMAIL));
        assertThat(read(true, new OpenCase.Contact(null, email), null))
                .isEqualTo(new Unusable(UnusableInput.EMAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"łukasz@example.org", "josé@example.org"})
    void aMailboxBeyondAsciiIsAcceptedOnlyWhereTheMailServerCanDeliverToIt(String email) {
        OpenCase.Contact contact = new OpenCase.Contact(null, email);
        assertThat(read(false, contact, null)).isEqualTo(new Unusable(UnusableInput.EMAIL_BEYOND_ASCII));
        assertThat(read(true, contact, null)).isEqualTo(new Usable(new ContactDetails(null, email)));
    }

    private static ContactReading read(boolean smtpUtf8, OpenCase.Contact contact, String nationality) {
        return ContactReading.of(contact, nationality, new IntakeSettings(
                Map.of("tapachula", new IntakeSettings.Office("TAP", ZoneId.of("America/Mexico_City"))), smtpUtf8));
    }
}
