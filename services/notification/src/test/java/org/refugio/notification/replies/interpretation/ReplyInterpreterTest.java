package org.refugio.notification.replies.interpretation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;

class ReplyInterpreterTest {

    private static final int LEAST_ROWS = 200;

    static Stream<Arguments> rows() throws IOException {
        try (var in = ReplyInterpreterTest.class.getResourceAsStream("/replies/answers.csv")) {
            List<Arguments> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(each -> !each.startsWith("#")).skip(1).map(each -> each.split("\\|", 2))
                    .map(each -> Arguments.of(each[0].strip(), text(each[1].strip()))).toList();
            assertThat(rows).hasSizeGreaterThan(LEAST_ROWS);
            return rows.stream();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void theTableOfAnswers(String expected, String text) {
        Interpretation found = ReplyInterpreter.of(text);
        assertThat(found.meaning() + (found.code() == null ? "" : " " + found.code())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {321, 2000})
    void aLongTextIsReadByAPersonHoweverItBegins(int length) {
        assertThat(ReplyInterpreter.of("1" + " ".repeat(length - 1)).meaning()).isEqualTo(Meaning.UNCLEAR);
        assertThat(ReplyInterpreter.of("si ".repeat(length).substring(0, length)).meaning())
                .isEqualTo(Meaning.UNCLEAR);
        assertThat(ReplyInterpreter.of("1" + " ".repeat(319)).meaning()).isEqualTo(Meaning.CONFIRMS);
    }

    /** Whatever stands before or after an agreement: a negation, a condition or a doubt makes it a question for a person. */
    @ParameterizedTest
    @ValueSource(strings = {"no", "nunca", "pero", "sino", "quiza", "tal vez", "pa", "men", "not", "but", "if", "maybe",
            "non", "pas", "mais", "nao", "talvez", "se", "cuando", "?"})
    void nothingThatLimitsAnAgreementIsIgnored(String limit) {
        Languages.shipped().with(LanguageCapability.ANSWERS).stream()
                .flatMap(each -> each.answers().confirm().stream()).forEach(agreement -> {
                    assertThat(ReplyInterpreter.of(limit + " " + agreement).meaning()).as("%s %s", limit, agreement)
                            .isNotEqualTo(Meaning.CONFIRMS);
                    assertThat(ReplyInterpreter.of(agreement + " " + limit).meaning()).as("%s %s", agreement, limit)
                            .isNotEqualTo(Meaning.CONFIRMS);
                });
    }

    @Test
    void everyPhraseOfTheRegistryMeansWhatItsListSays() {
        Languages.shipped().with(LanguageCapability.ANSWERS).forEach(each -> {
            assertThat(each.answers().confirm()).allMatch(text -> means(text, Meaning.CONFIRMS));
            assertThat(each.answers().change()).allMatch(text -> means(text, Meaning.WANTS_CHANGE));
            assertThat(each.answers().cancel()).allMatch(text -> means(text, Meaning.CANCELS));
            assertThat(each.answers().stop()).allMatch(text -> means(text, Meaning.OPT_OUT));
            assertThat(each.answers().start()).allMatch(text -> means(text, Meaning.OPT_IN));
            assertThat(each.answers().neutral()).allMatch(text -> means(text, Meaning.UNCLEAR));
            assertThat(each.answers().others())
                    .allMatch(text -> means(text, Meaning.UNCLEAR) || each.answers().start().contains(text));
        });
    }

    private static boolean means(String text, Meaning meaning) {
        return ReplyInterpreter.of(text).meaning() == meaning;
    }

    /** Quotes keep spaces at the ends. */
    private static String text(String written) {
        String quoted = written.startsWith("'") && written.endsWith("'") && written.length() > 1
                ? written.substring(1, written.length() - 1)
                : written;
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < quoted.length(); at++) {
            if (quoted.startsWith("\\u", at)) {
                text.append((char) Integer.parseInt(quoted.substring(at + 2, at + 6), 16));
                at += 5;
            } else {
                text.append(quoted.charAt(at));
            }
        }
        return text.toString().replace("\\n", "\n");
    }
}
