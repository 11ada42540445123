package org.refugio.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.carriers.sms.GsmText;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.refugio.notification.templates.MessageTemplates.CodedDate;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;

class MessageTemplatesTest {

    private static final String LINK = "https://agenda.example.org/a/0123456789abcdefghijkl";
    private static final String LONGEST_PLACE = "Avenida de los Insurgentes Centro número 1234, tercer piso, "
            + "puerta del lado derecho junto a la farmacia, oficina de atención, sala 12 de la planta alta, Tapachula";

    private static final List<String> LANGUAGES = Languages.shipped().with(LanguageCapability.MESSAGES).stream()
            .map(Language::tag).toList();

    private final MessageTemplates templates = new MessageTemplates();

    @Test
    void everyTextFitsIntoOneSmsForEveryDayAndPlace() {
        for (MessageTemplates.Text text : allMessages()) {
            assertThat(GsmText.isInDefaultAlphabet(text.sms())).as(text.sms()).isTrue();
            assertThat(GsmText.septetCount(text.sms())).as(text.sms()).isLessThanOrEqualTo(160);
        }
    }

    @Test
    void noMessageRevealsThePurposeOfTheAppointment() {
        for (MessageTemplates.Text text : allMessages()) {
            String mail = text.email().replace(LINK, "");
            assertThat(List.of(text.sms(), text.subject(), mail)).allMatch(DiscreetTextCheck::isDiscreet);
        }
    }

    @Test
    void noPlaceholderIsLeft() {
        for (MessageTemplates.Text text : allMessages()) {
            assertThat(text.sms() + text.subject() + text.email()).doesNotContain("{", "}", "null");
        }
    }

    @Test
    void theLinkIsInTheEmailAndNeverInTheSms() {
        for (MessageTemplates.Text text : allMessages()) {
            assertThat(text.sms()).doesNotContain("http", "/a/");
        }
        for (String language : LANGUAGES) {
            assertThat(templates.render(MessageKind.CONFIRMATION, language, at("2026-03-03T10:00", "centro"), LINK)
                    .email()).contains(LINK);
        }
    }

    @Test
    void thereAreTemplatesInTheLanguagesOfTheRegistryAndNoOthers() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(MessageTemplates.class.getResource("/templates").toURI()))) {
            assertThat(files.map(each -> each.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(LANGUAGES);
        }
    }

    @Test
    void eachLanguageHasItsOwnDayNames() {
        AppointmentDetails tuesday = at("2026-03-03T10:00", "oficina centro");
        assertThat(templates.render(MessageKind.CONFIRMATION, "es", tuesday, LINK).sms())
                .isEqualTo("Cita mar 3 mar, 10:00, oficina centro. Resp 1 confirma, 2 cambia");
        assertThat(templates.render(MessageKind.CONFIRMATION, "en", tuesday, LINK).sms()).contains("Tue 3 Mar");
        assertThat(templates.render(MessageKind.CONFIRMATION, "ht", tuesday, LINK).sms()).contains("mad 3 mas");
        assertThat(templates.render(MessageKind.CONFIRMATION, "ht", tuesday, LINK).email())
                .contains("madi 3 mas 2026");
        assertThat(templates.render(MessageKind.CONFIRMATION, "fr", tuesday, LINK).sms()).contains("mar 3 mars");
        assertThat(templates.render(MessageKind.CONFIRMATION, "pt", tuesday, LINK).sms()).contains("ter 3 mar");
        assertThat(templates.render(MessageKind.CONFIRMATION, "pt", tuesday, LINK).email())
                .contains("terça-feira, 3 de março de 2026");
        assertThat(templates.render(MessageKind.CONFIRMATION, "fa", tuesday, LINK).sms())
                .as("a language without templates gets Spanish").startsWith("Cita ");
    }

    @Test
    void anUnknownPlaceHasAReplacementText() {
        assertThat(templates.render(MessageKind.REMINDER_2_DAYS, "es", at("2026-03-03T10:00", null), LINK).sms())
                .contains("en el lugar que ya conoce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oficina COMAR", "Sala de asesoría legal", "Casa del Refugiado", "Migración, puerta 2",
            "SRE delegación", "Despacho de la abogada Ruiz", "biwo azil"})
    void aRevealingPlaceIsOmitted(String place) {
        MessageTemplates.Text text = templates.render(MessageKind.CONFIRMATION, "es", at("2026-03-03T10:00", place),
                LINK);
        assertThat(text.sms() + text.email()).doesNotContain(place).contains("en el lugar que ya conoce");
    }

    @Test
    void aQuestionAboutAsManyAppointmentsAsThereAreCodesFitsIntoOneSms() {
        for (String language : LANGUAGES) {
            for (int day = 0; day < 366; day++) {
                LocalDateTime start = LocalDate.of(2026, 1, 1).plusDays(day).atTime(22, 45);
                String text = templates.question(language,
                        ReplyInterpreter.CODES.stream().map(each -> new CodedDate(each, start)).toList()).sms();
                assertThat(GsmText.isInDefaultAlphabet(text)).as(text).isTrue();
                assertThat(GsmText.septetCount(text)).as(text).isLessThanOrEqualTo(160);
                assertThat(DiscreetTextCheck.isDiscreet(text)).as(text).isTrue();
                assertThat(text).doesNotContain("{", "}", "null").contains(ReplyInterpreter.CODES);
            }
        }
    }

    /** Words of Spanish that no other of these languages has. */
    @Test
    void noTextOfAnotherLanguageContainsSpanish() {
        for (String language : LANGUAGES) {
            for (MessageKind kind : MessageKind.values()) {
                MessageTemplates.Text text = templates.render(kind, language, at("2026-03-03T10:00", null), LINK);
                if (!language.equals("es")) {
                    assertThat((text.sms() + text.email()).toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                            .as(language + " " + kind).doesNotContain("cita", "su", "fecha", "oficina",
                                    "baja", "martes", "marzo", "recibimos", "gracias", "pronto");
                }
            }
        }
    }

    @Test
    void theWordThatEndsMessagesIsUnderstood() {
        for (String language : LANGUAGES) {
            String asked = templates.render(MessageKind.CLARIFICATION, language, at("2026-03-03T10:00", null), LINK)
                    .sms();
            assertThat(Arrays.stream(asked.split("[^\\p{Lu}]+")).filter(word -> word.length() > 2))
                    .as(asked).singleElement()
                    .satisfies(word -> assertThat(Languages.shipped().find(language).orElseThrow().answers().stop())
                            .contains(word.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void aQuestionNamesEachDateWithItsCodeInTheLanguageOfThePerson() {
        List<CodedDate> dates = List.of(new CodedDate("A", LocalDateTime.parse("2026-03-03T10:00")),
                new CodedDate("B", LocalDateTime.parse("2026-03-05T09:05")));
        assertThat(templates.question("es", dates).sms())
                .isEqualTo("Varias citas: A mar 3 mar 10:00; B jue 5 mar 9:05. Resp 1 (va) o 2 (cambia) y la letra, "
                        + "por ejemplo 1A");
        assertThat(templates.question("ht", dates).sms()).contains("A mad 3 mas 10:00; B jed 5 mas 9:05");
        assertThat(templates.question("en", dates).sms()).contains("A Tue 3 Mar 10:00; B Thu 5 Mar 9:05");
    }

    private List<MessageTemplates.Text> allMessages() {
        List<MessageTemplates.Text> all = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (MessageKind kind : MessageKind.values()) {
                for (int day = 0; day < 366; day += 1) {
                    String at = LocalDate.of(2026, 1, 1).plusDays(day) + "T22:45";
                    all.add(templates.render(kind, language, at(at, LONGEST_PLACE), LINK));
                }
                all.add(templates.render(kind, language, at("2026-09-30T10:00", null), LINK));
            }
        }
        assertThat(all).hasSize(LANGUAGES.size() * MessageKind.values().length * 367);
        return all;
    }

    private static AppointmentDetails at(String local, String place) {
        LocalDateTime start = LocalDateTime.parse(local);
        return new AppointmentDetails("a-1", 1, "case-1", "tijuana", "CONSULTATION", start,
                "America/Tijuana", start.toInstant(ZoneOffset.UTC), 60, "es", "l-1", null, "r-1", place, List.of());
    }
}
