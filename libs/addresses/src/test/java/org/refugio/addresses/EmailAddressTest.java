package org.refugio.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"maria@example.org", "maria.lopez+citas@mail.example.org", "o'brien@example.org",
            "łukasz@example.org", "josé@example.org", "用户@example.org", "MARIA@example.org", "m@1.example.org"})
    void anAddressIsAcceptedUnchanged(String written) {
        assertThat(EmailAddress.parse(written)).map(EmailAddress::text).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maria", "@example.org", "maria@", "maria@example", "maria@example.", "maria@.org",
            "maria@example..org", "maria..lopez@example.org", ".maria@example.org", "maria.@example.org",
            "maria lopez@example.org", "maria@exam ple.org", "maria@example.org,jose@example.org",
            "Maria <maria@example.org>", "\"maria lopez\"@example.org", "maria@[192.0.2.1]", "maria@192.0.2.1",
            "maria@-example.org", "maria@exam_ple.org", "maria@lopez@example.org", "maria@example.o"})
    void whatIsNotAnAddressIsRefused(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mar\u200Bia@example.org", "maria\uFEFF@example.org", "maria@exam\u200Bple.org",
            "maria\u200D@example.org", "mar\u00ADia@example.org", "maria\u202E@example.org", "mar\u3164ia@example.org",
            "mar\u034Fia@example.org", "maria\uFE0F@example.org", "maria@example.org\u200B", "maria\u00A0@example.org",
            "maria\r\n@example.org", "maria\u0000@example.org", "\u0301maria@example.org"})
    void anInvisibleCharacterIsRefused(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }

    @Test
    void theSameTextInTwoUnicodeFormsIsOneAddress() {
        assertThat(EmailAddress.parse("jose\u0301@example.org")).isEqualTo(EmailAddress.parse("jos\u00E9@example.org"));
    }

    @ParameterizedTest
    @CsvSource({"maria@example.org, false", "maria@méxico.example, false", "josé@example.org, true",
            "łukasz@example.org, true"})
    void onlyALocalPartBeyondAsciiNeedsSmtpUtf8(String written, boolean needed) {
        assertThat(EmailAddress.of(written).needsSmtpUtf8()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"maria@MÉXICO.example, maria@méxico.example, maria@xn--mxico-bsa.example",
            "maria@xn--mxico-bsa.example, maria@méxico.example, maria@xn--mxico-bsa.example",
            "maria@例え.テスト, maria@例え.テスト, maria@xn--r8jz45g.xn--zckzah",
            "Maria@Example.ORG, Maria@example.org, Maria@example.org",
            "maria@xn--strae-oqa.example, maria@xn--strae-oqa.example, maria@xn--strae-oqa.example"})
    void aDomainIsShownInUnicodeAndGivenToTheServerInAscii(String written, String shown, String transport) {
        EmailAddress address = EmailAddress.of(written);
        assertThat(address.text()).isEqualTo(shown);
        assertThat(address.forTransport()).isEqualTo(transport);
        assertThat(EmailAddress.of(shown)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria@straße.example", "maria@βόλος.example", "maria@ｅｘａｍｐｌｅ.org",
            "maria@example。org", "maria@exa\u2024mple.org"})
    void aDomainThatIdna2003MapsToAnotherIsRefused(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }

    @Test
    void theLengthIsLimitedInOctets() {
        assertThat(EmailAddress.parse("é".repeat(32) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("é".repeat(33) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("m@" + "a".repeat(63) + ("." + "b".repeat(63)).repeat(2) + ".example.org"))
                .isPresent();
        assertThat(EmailAddress.parse("maria@" + ("b".repeat(60) + ".").repeat(5) + "org")).isEmpty();
    }

    @Test
    void theRefusalOfASettingDoesNotContainTheAddress() {
        assertThatThrownBy(() -> EmailAddress.of("maria@example")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("maria");
    }
}
