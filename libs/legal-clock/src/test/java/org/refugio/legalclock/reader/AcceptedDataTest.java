package org.refugio.legalclock.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.Certainty;
import org.refugio.legalclock.data.ClockData;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.Extension;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.data.Period;
import org.refugio.legalclock.data.UndecidedRule;
import org.refugio.legalclock.data.Verification;

/** What is read arrives in the data, and what is refused in the exception. */
class AcceptedDataTest {

    @TempDir
    Path path;

    DataDirectory directory;

    @BeforeEach
    void validDirectory() {
        directory = DataDirectory.valid(path);
    }

    @Test
    void aRuleIsReadWhole() {
        directory.append("rules.txt", "extension 7 once | three reasons / tres motivos");
        CountedRule rule = (CountedRule) read().rules().getFirst();
        assertThat(rule.title()).isEqualTo(new LocalizedText("Answer", "Responder"));
        assertThat(rule.trigger()).isEqualTo(new LocalizedText("the question", "the question"));
        assertThat(rule.citation()).isEqualTo("Law art. 3");
        assertThat(rule.certainty()).isEqualTo(Certainty.A);
        assertThat(rule.effective()).isEqualTo(new Period(LocalDate.of(2020, 1, 1), LocalDate.MAX));
        assertThat(rule.effective().open()).isTrue();
        assertThat(rule.extension())
                .isEqualTo(new Extension.Once(7, new LocalizedText("three reasons", "tres motivos")));
        assertThat(rule.lastDay().citation()).isEqualTo("Law art. 4");
        assertThat(rule.verification())
                .isEqualTo(new Verification.Verified(Certainty.A, "the test", LocalDate.of(2026, 1, 1)));
        assertThat(read().ruleVersion()).isEqualTo("1");
    }

    @Test
    void anUndecidedRuleIsReadWhole() {
        for (String line : new String[]{"rule open", "title es | Abierta", "title en | Open", "trigger the event",
                "citation Law art. 9", "undecided the lawyer / la abogada"}) {
            directory.append("rules.txt", line);
        }
        UndecidedRule rule = (UndecidedRule) read().rules().getLast();
        assertThat(rule).isEqualTo(new UndecidedRule("open", new LocalizedText("Open", "Abierta"),
                new LocalizedText("the event", "the event"), "Law art. 9",
                new LocalizedText("the lawyer", "la abogada")));
        assertThat(rule.undecided().in(Locale.of("es"))).isEqualTo("la abogada");
        assertThat(rule.undecided().in(Locale.FRENCH)).isEqualTo("the lawyer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000})
    void theShortestAndTheLongestTermAreAccepted(int days) {
        directory.replace("rules.txt", "value 10", "value " + days);
        assertThat(((CountedRule) read().rules().getFirst()).value()).isEqualTo(days);
    }

    @Test
    void aCalendarIsReadWhole() {
        AuthorityCalendar calendar = read().calendars().get("OFFICE");
        assertThat(calendar.id()).isEqualTo("office");
        assertThat(calendar.version()).isEqualTo("1");
        assertThat(calendar.verification())
                .isEqualTo(new Verification.Verified(Certainty.A, "the test", LocalDate.of(2026, 1, 1)));
        assertThat(calendar.hours().opens()).isEqualTo("09:00");
        assertThat(calendar.hours().closes()).isEqualTo("15:00");
        assertThat(calendar.hours().citation()).isEqualTo("Law art. 2");
        assertThat(calendar.countStarts()).isEmpty();
        assertThat(calendar.defaultMunicipality()).extracting(Municipality::name).isEqualTo("South");
        assertThat(calendar.holidays()).singleElement().satisfies(law -> {
            assertThat(law.law()).isEqualTo("Law art. 1");
            assertThat(law.restOn(LocalDate.of(2026, 1, 1)).orElseThrow().name().es()).isEqualTo("Año Nuevo");
        });
        assertThat(calendar.closures()).singleElement().satisfies(closure -> {
            assertThat(closure.why().en()).isEqualTo("Painting");
            assertThat(closure.covers(LocalDate.of(2026, 3, 6), "south")).isTrue();
            assertThat(closure.covers(LocalDate.of(2026, 3, 6), "north")).isFalse();
        });
    }

    @Test
    void aByteOrderMarkAndBlankLinesAreIgnored() {
        directory.write("municipalities.txt", "\uFEFFmunicipality north | North | America/Tijuana\n\n  # a note\n"
                + "municipality south | South | America/Mexico_City\n");
        assertThat(read().municipalities()).containsOnlyKeys("north", "south");
    }

    @Test
    void aFileThatStartsWithACommentIsRead() {
        directory.write("municipalities.txt", "# a note\nmunicipality north | North | America/Tijuana\n"
                + "municipality south | South | America/Mexico_City\n");
        assertThat(read().municipalities()).hasSize(2);
    }

    @Test
    void onlyTextFilesAreCalendars() {
        directory.write("calendars/notes.md", "nothing that can be read");
        assertThat(read().calendars()).containsOnlyKeys("OFFICE");
    }

    @Test
    void aRefusalHasFileLineAndReasonApart() {
        int line = directory.replace("rules.txt", "value 10", "value ten");
        assertThatThrownBy(this::read).isInstanceOfSatisfying(InvalidCalendarData.class, refused -> {
            assertThat(refused.file()).isEqualTo("rules.txt");
            assertThat(refused.line()).isEqualTo(line);
            assertThat(refused.reason()).isEqualTo("'ten' is not a number of days from 1 to 10000");
        });
    }

    private ClockData read() {
        return ClockDataReader.directory(path);
    }
}
