package org.refugio.intake.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.privacy.Privacy;

class SearchTokensTest {

    private static final Set<String> PREFIXES = Set.of("TAP", "TIJ");

    /** Tokens that show what they stand for. */
    private final SearchTokens tokens = new SearchTokens((Privacy) Proxy.newProxyInstance(
            Privacy.class.getClassLoader(), new Class<?>[]{Privacy.class},
            (_, method, arguments) -> method.getName() + ":" + arguments[0] + ":" + arguments[1]));

    private boolean finds(String typed, String reference, String name, String phone) {
        List<String> stored = tokens.tokensOf(reference, new PersonDetails(name, "", null),
                new ContactDetails(phone, null));
        List<SearchTerm> terms = tokens.terms(typed, PREFIXES);
        return !terms.isEmpty() && terms.stream().allMatch(term -> stored.stream().anyMatch(term.tokens()::contains)
                || stored.stream().anyMatch(term.otherwise()::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1105", "01105", "tap1105", "TAP-1105", "tap 1105", "tap - 1105", "Tap–1105", "tap_1105",
            "tap-11"})
    void aReferenceIsFoundInAnyNotation(String typed) {
        assertThat(finds(typed, "TAP-1105", "Ana", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7, TAP-0007", "007, TAP-0007", "tap7, TAP-0007", "tap-007, TAP-0007", "12345, TAP-12345"})
    void zerosBeforeTheNumberMakeNoDifference(String typed, String reference) {
        assertThat(finds(typed, reference, "Ana", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"110, TAP-1105", "1105, TAP-0110", "tij-1105, TAP-1105", "11, TAP-0110"})
    void anotherReferenceIsNotFound(String typed, String reference) {
        assertThat(finds(typed, reference, "Ana", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4471", "34471", "123 4471", "962 123 4471", "9621234471", "+52 962 123 4471",
            "+52 1 (962) 123-4471"})
    void aPhoneIsFoundByItsLastDigits(String typed) {
        assertThat(finds(typed, "TAP-0001", "Ana", "+529621234471")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"471", "9621", "962 123 4472", "1 4471 2"})
    void otherDigitsDoNotFindAPhone(String typed) {
        assertThat(finds(typed, "TAP-0001", "Ana", "+529621234471")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"obrien, O'Brien", "o'brien, O'Brien", "O’Brien, OBrien", "brien, O'Brien", "o brien, O'Brien",
            "oʼbrien, O'Brien", "delacruz, María de la Cruz", "de la cruz, María Delacruz",
            "dela cruz, María de la Cruz", "De La Cruz, maria de la cruz lopez", "cruz, María de la Cruz",
            "jean baptiste, Jean-Baptiste", "jeanbaptiste, Jean-Baptiste", "munoz, Ana Muñoz", "muñoz, Ana Munoz",
            "jose perez, Pérez José", "jos, José", "soren, Søren", "JOSÉ, jose", "李, 李 明",
            "guadalupeconcepcion, Guadalupe Concepción",
            "mariadelosangeles, María de los Ángeles"})
    void aNameIsFoundHoweverItIsWritten(String typed, String name) {
        assertThat(finds(typed, "TAP-0001", name, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"brian, O'Brien", "ana, Juan", "ruz, de la Cruz", "cruz ana, de la Cruz"})
    void anotherNameIsNotFound(String typed, String name) {
        assertThat(finds(typed, "TAP-0001", name, null)).isFalse();
    }

    @Test
    void aNameAndANumberAreTermsOfTheirOwn() {
        assertThat(tokens.terms("Ana 1105", PREFIXES)).extracting(SearchTerm::text).containsExactlyInAnyOrder("ana",
                "1105");
        assertThat(tokens.terms("Marie-Ève +52 55 1234 5678", PREFIXES)).extracting(SearchTerm::text)
                .containsExactlyInAnyOrder("marie", "eve", "52 55 1234 5678");
        assertThat(tokens.terms(" ?! ", PREFIXES)).isEmpty();
    }

    @Test
    void onlyTheReferenceIsStoredInPlainForm() {
        assertThat(tokens.tokensOf("TAP-0012", new PersonDetails("Ana Muñoz", "Anita", "HT"),
                new ContactDetails("+529621234471", "ana@example.org"))).isNotEmpty()
                .filteredOn(each -> !each.startsWith("token:"))
                .containsExactlyInAnyOrder(SearchTokens.SCHEME, "TAP-0", "TAP-00", "TAP-001", "TAP-0012", "TAP-1",
                        "TAP-12", "=TAP-12", "=12");
    }

    @Test
    void whatTokensRevealIsBounded() {
        List<String> found = tokens.tokensOf("TAP-0012", new PersonDetails("a".repeat(40), "", null),
                new ContactDetails("+529621234471", null));
        assertThat(found).filteredOn(each -> each.startsWith("token:name:")).hasSize(10)
                .allMatch(each -> each.length() <= "token:name:".length() + 12);
        assertThat(found).filteredOn(each -> each.startsWith("token:phone:")).hasSize(7)
                .allMatch(each -> each.length() >= "token:phone:".length() + 4);
    }
}
