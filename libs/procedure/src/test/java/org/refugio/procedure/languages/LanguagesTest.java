package org.refugio.procedure.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refugio.contracts.Step;
import org.refugio.procedure.InvalidProcedureFile;
import org.refugio.procedure.Procedure;
import org.refugio.procedure.Procedures;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.procedure.process.CaseProcess;

class LanguagesTest {

    private static final Languages REGISTRY = Languages.shipped();

    private final String shipped = text();

    static Stream<Language> all() {
        return REGISTRY.languages().stream();
    }

    static Stream<Language> understood() {
        return REGISTRY.with(LanguageCapability.ANSWERS).stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLanguageHasANameForStaffAndForItsSpeakers(Language language) {
        assertThat(language.ownName()).isNotEqualTo(language.tag());
        for (Language reader : REGISTRY.with(LanguageCapability.STAFF_PAGES)) {
            String name = language.nameIn(Locale.of(reader.tag()));
            assertThat(name).isNotBlank();
            assertThat(name.equals(language.tag()) && !language.names().containsKey(reader.tag()))
                    .as("%s has no name in %s", language.tag(), reader.tag()).isFalse();
        }
    }

    @Test
    void namesAreThoseOfTheReadersLanguage() {
        assertThat(REGISTRY.find("ht").orElseThrow().nameIn(Locale.of("es"))).isEqualTo("criollo haitiano");
        assertThat(REGISTRY.find("ht").orElseThrow().nameIn(Locale.of("en"))).isEqualTo("Haitian Creole");
        assertThat(REGISTRY.find("ht").orElseThrow().ownName()).isEqualTo("Kreyòl");
        assertThat(REGISTRY.find("kek").orElseThrow().nameIn(Locale.of("es"))).isEqualTo("qʼeqchiʼ");
        assertThat(REGISTRY.find("ps").orElseThrow().ownName()).isEqualTo("پښتو");
    }

    @Test
    void aCapabilityThatALanguageLacksIsTakenFromTheFallback() {
        assertThat(REGISTRY.effective("ht", LanguageCapability.MESSAGES).tag()).isEqualTo("ht");
        assertThat(REGISTRY.effective("ar", LanguageCapability.MESSAGES).tag()).isEqualTo("es");
        assertThat(REGISTRY.effective("xx", LanguageCapability.MESSAGES).tag()).isEqualTo("es");
        assertThat(REGISTRY.can("xx", LanguageCapability.CHOICE)).isFalse();
        assertThat(REGISTRY.can(null, LanguageCapability.CHOICE)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("understood")
    void theWordsOfAnswersAreWrittenAsTextsAreCompared(Language language) {
        AnswerWords words = language.answers();
        assertThat(Stream.of(words.confirm(), words.change(), words.neutral(), words.cancel(), words.stop(),
                words.start(), words.others())).allSatisfy(each -> assertThat(each).isNotEmpty()).flatMap(each -> each)
                .allSatisfy(phrase -> assertThat(Normalizer.normalize(phrase, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)).isEqualTo(phrase).matches("\\p{L}+( \\p{L}+)*"));
    }

    @Test
    void noPhraseHasTwoMeanings() {
        Map<String, String> meanings = new HashMap<>();
        understood().map(Language::answers).forEach(words -> Map.of("confirm", words.confirm(), "change",
                words.change(), "neutral", words.neutral(), "cancel", words.cancel(), "stop", words.stop(), "start",
                words.start())
                .forEach((meaning, phrases) -> phrases.forEach(
                        each -> assertThat(meanings.merge(each, meaning, (known, _) -> known)).as(each)
                                .isEqualTo(meaning))));
        assertThat(meanings).hasSizeGreaterThan(200);
    }

    /** Such a word alone, or at the beginning of what is not understood, must never agree to anything. */
    @Test
    void noNegationAndNoConditionConfirmsOrIsNeutral() {
        Set<String> words = Set.of("no", "non", "nao", "pa", "pap", "pas", "not", "pero", "but", "mais", "mas", "men",
                "sino", "if", "cuando", "when");
        assertThat(understood().flatMap(each -> Stream.concat(each.answers().confirm().stream(),
                each.answers().neutral().stream())).flatMap(each -> Stream.of(each.split(" "))).toList())
                .doesNotContainAnyElementsOf(words);
    }

    @Test
    void documentsAreNamedInEveryLanguageOfAPageAndStepsAndKindsInEveryLanguageOfStaff() {
        Procedure procedure = Procedures.shipped().current();
        for (Language language : REGISTRY.languages()) {
            boolean staff = language.can(LanguageCapability.STAFF_PAGES);
            if (staff || language.can(LanguageCapability.APPLICANT_PAGES)) {
                assertThat(procedure.groups().stream().flatMap(each -> each.papers().stream())).isNotEmpty()
                        .allSatisfy(each -> assertThat(each.name().byLanguage()).as(each.id())
                                .containsKey(language.tag()));
            }
            if (staff || language.tag().equals("ht")) {
                assertThat(procedure.steps()).hasSize(Step.values().length).allSatisfy(
                        each -> assertThat(each.title().byLanguage()).containsKey(language.tag()));
                assertThat(CaseProcess.shipped().kinds()).extracting(AppointmentKind::name).isNotEmpty()
                        .allSatisfy(each -> assertThat(each.byLanguage()).containsKey(language.tag()));
            }
        }
    }

    @Test
    void aRegistryThatIsInvalidIsRefused() {
        assertRefused(shipped.replace("fallback: es", "fallback: ht"), "fallback");
        assertRefused(shipped.replace("tag: pt", "tag: fr"), "fr is there twice");
        assertRefused(shipped.replace("tag: pt", "tag: Portuguese"), "Portuguese");
        assertRefused(shipped.replaceFirst("MESSAGES, ANSWERS\\]", "MESSAGES]"), "es must have answers");
        assertRefused(shipped.replaceFirst("    can: \\[CHOICE\\]", "    can: [DANCING]"),
                "DANCING");
    }

    private static void assertRefused(String yaml, String... words) {
        assertThat(yaml).isNotEqualTo(text());
        assertThatThrownBy(() -> Languages.read("bad.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidProcedureFile.class).hasMessageContainingAll(words);
    }

    private static String text() {
        try (var in = Languages.class.getResourceAsStream("/languages.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
