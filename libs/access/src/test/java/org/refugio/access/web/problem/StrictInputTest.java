package org.refugio.access.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.access.web.input.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a body may contain, and which field is named when it contains something else. */
class StrictInputTest {

    private static final JsonMapper JSON = StrictJson.of(JsonMapper.builder().build());

    enum Outcome {
        RECOGNISED,
        DENIED
    }

    record Inner(String phone, Boolean consent) {}

    record Command(String name, LocalDate day, LocalDateTime localStart, Instant to, Outcome outcome, int minutes,
            Integer other, boolean given, List<String> languages, List<Inner> people, Inner contact) {}

    private static final String GOOD = """
        {"name":"María Ñandú","day":"2026-03-02","localStart":"2027-03-02T09:00","to":"2026-03-02T10:00:00-06:00",
         "outcome":"DENIED","minutes":15,"other":null,"given":true,"languages":["es","ht"],
         "people":[{"phone":"1","consent":false}],"contact":{"phone":"2"}}""";

    @Test
    void whatIsWrittenAsDeclaredIsRead() {
        Command read = JSON.readValue(GOOD, Command.class);
        assertThat(read.day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(read.localStart()).isEqualTo(LocalDateTime.of(2027, 3, 2, 9, 0));
        assertThat(read.to()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(read.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(read.languages()).containsExactly("es", "ht");
        assertThat(read.contact().consent()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"2027-03-02T09:00\"      | \"2027-03-02T09:00:00Z\"      | localStart | DateTime",
            "\"2027-03-02T09:00\"      | \"2027-03-02T09:00-06:00\"    | localStart | DateTime",
            "\"2027-03-02T09:00\"      | \"2027-03-02T24:00\"          | localStart | DateTime",
            "\"2027-03-02T09:00\"      | \"2027-03-02 09:00\"          | localStart | DateTime",
            "\"2027-03-02T09:00\"      | \"2027-03-02\"                | localStart | DateTime",
            "\"2027-03-02T09:00\"      | [2027,3,2,9,0]                | localStart | DateTime",
            "\"2027-03-02T09:00\"      | \"9999-03-02T09:00\"          | localStart | DateTime",
            "\"2026-03-02\"            | 20000                         | day        | Date",
            "\"2026-03-02\"            | \"20000\"                     | day        | Date",
            "\"2026-03-02\"            | \"\"                          | day        | Date",
            "\"2026-03-02\"            | \"2026-3-2\"                  | day        | Date",
            "\"2026-03-02\"            | \"2026-02-30\"                | day        | Date",
            "\"2026-03-02\"            | \"2026-03-02T10:00:00\"       | day        | Date",
            "\"2026-03-02\"            | \" 2026-03-02\"               | day        | Date",
            "\"2026-03-02\"            | \"٢٠٢٦-٠٣-٠٢\"                | day        | Date",
            "\"2026-03-02\"            | \"1899-12-31\"                | day        | Date",
            "\"2026-03-02\"            | \"2101-01-01\"                | day        | Date",
            "\"2026-03-02\"            | \"+20260-03-02\"              | day        | Date",
            "\"2026-03-02T10:00:00-06:00\" | \"2026-03-02T10:00:00\"   | to         | Instant",
            "\"2026-03-02T10:00:00-06:00\" | \"9999-03-02T10:00:00Z\"  | to         | Instant",
            "\"2026-03-02T10:00:00-06:00\" | 1772467200                | to         | Instant",
            "\"DENIED\"                | 0                             | outcome    | OneOf",
            "\"DENIED\"                | \"0\"                         | outcome    | OneOf",
            "\"DENIED\"                | \"denied\"                    | outcome    | OneOf",
            "\"DENIED\"                | \" DENIED\"                   | outcome    | OneOf",
            "\"DENIED\"                | \"\"                          | outcome    | OneOf",
            "15                        | 15.9                          | minutes    | WholeNumber",
            "15                        | 15.0                          | minutes    | WholeNumber",
            "15                        | \"15\"                        | minutes    | WholeNumber",
            "15                        | \"\"                          | minutes    | WholeNumber",
            "15                        | true                          | minutes    | WholeNumber",
            "15                        | null                          | minutes    | WholeNumber",
            "15                        | 4294967297                    | minutes    | WholeNumber",
            "\"other\":null            | \"other\":1e2                 | other      | WholeNumber",
            "\"given\":true            | \"given\":-1                  | given      | TrueOrFalse",
            "\"given\":true            | \"given\":\"true\"            | given      | TrueOrFalse",
            "\"given\":true            | \"given\":\"\"                | given      | TrueOrFalse",
            "\"María Ñandú\"           | 7                             | name       | Text",
            "\"María Ñandú\"           | true                          | name       | Text",
            "\"María Ñandú\"           | {}                            | name       | Text",
            "\"María Ñandú\"           | \"a\\u0000b\"                 | name       | Text",
            "\"María Ñandú\"           | \"a\\ud800b\"                 | name       | Text",
            "[\"es\",\"ht\"]           | \"es\"                        | languages  | List",
            "[\"es\",\"ht\"]           | [\"es\",7]                    | languages[1] | Text",
            "\"consent\":false         | \"consent\":\"no\"            | people[0].consent | TrueOrFalse",
            "\"consent\":false         | \"Consent\":false             | people[0].Consent | UnknownField",
            "{\"phone\":\"2\"}         | \"\"                          | contact    | Structure",
            "{\"phone\":\"2\"}         | []                            | contact    | Structure",
            "\"minutes\":15            | \"minutes\":15,\"minute\":15  | minute     | UnknownField",
            "\"minutes\":15            | \"minutes\":15,\"minutes\":15 | minutes    | Unreadable",
            "{\"phone\":\"2\"}         | {\"phone\":\"2\",\"phone\":\"3\"} | contact.phone | Unreadable",
            "\"minutes\":15            | \"minutes\":015               | minutes    | Unreadable",
            "\"contact\":{\"phone\":\"2\"}} | \"contact\":null} {}     | ``         | Structure"})
    void anyOtherFormIsRefusedWithItsField(String written, String instead, String field, String rule) {
        assertThat(GOOD).contains(written);
        InvalidField refused = refusal(GOOD.replace(written, instead));
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.rule()).isEqualTo(rule);
    }

    @Test
    void theMessageSaysWhatIsExpectedInTheReadersLanguageAndRepeatsNothing() {
        JacksonException unreadable = unreadable(GOOD.replace("\"DENIED\"", "\"secret\""));
        assertThat(InvalidField.of(unreadable, Locale.ENGLISH).message())
                .isEqualTo("It must be one of these values: RECOGNISED, DENIED.");
        assertThat(InvalidField.of(unreadable, Locale.of("es", "MX")).message())
                .isEqualTo("Debe ser uno de estos valores: RECOGNISED, DENIED.");
        assertThat(refusal(GOOD.replace("\"minutes\"", "\"María's phone is 962\":1,\"minutes\"")).field()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b\u2060", " \u00a0 ", "\u3164", "\ufe0f", "\u202e\u2066", "\u2800"})
    void aTextWithoutAnythingVisibleIsEmpty(String invisible) {
        assertThat(JSON.readValue(GOOD.replace("María Ñandú", invisible), Command.class).name()).isEmpty();
    }

    @Test
    void controlsOfTheDirectionAreRemovedAndEverythingThatIsTypedIsKept() {
        assertThat(JSON.readValue(GOOD.replace("María Ñandú", "\u202aAna\u202c"), Command.class).name())
                .isEqualTo("Ana");
        for (String kept : List.of("می\u200cخواهم", "a\\nb", "Zoë 👩\u200d👧", "مريم\u200f")) {
            assertThat(JSON.readValue(GOOD.replace("María Ñandú", kept), Command.class).name())
                    .isEqualTo(kept.replace("\\n", "\n"));
        }
    }

    private static InvalidField refusal(String body) {
        return InvalidField.of(unreadable(body), Locale.ENGLISH);
    }

    private static JacksonException unreadable(String body) {
        JacksonException unreadable = catchThrowableOfType(JacksonException.class,
                () -> JSON.readValue(body, Command.class));
        assertThat(unreadable).as(body).isNotNull();
        return unreadable;
    }
}
