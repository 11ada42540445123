package org.refugio.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;

class ProblemTextTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final Function<Locale, String> LANGUAGE = reader -> Locale.of("fr").getDisplayLanguage(reader);

    record ABadDay(LocalDate day) implements Refusal {

        @Override
        public List<?> arguments() {
            return List.of(day, List.of(Term.of(DayOfWeek.MONDAY), Term.of(DayOfWeek.SUNDAY)), LANGUAGE, 1500);
        }
    }

    record Forgotten() implements Refusal {}

    @Test
    void daysWordsAndLanguagesAreInTheLanguageOfTheReader() {
        ABadDay refusal = new ABadDay(LocalDate.of(2026, 3, 2));
        assertThat(refusal.rule()).isEqualTo("a-bad-day");
        assertThat(ProblemText.of(refusal, SPANISH)).isEqualTo(
                new ProblemText("Mal día", "El 2 de marzo de 2026: lunes, domingo; francés, 1500."));
        assertThat(ProblemText.of(refusal, Locale.ENGLISH)).isEqualTo(
                new ProblemText("A bad day", "On March 2, 2026: Monday, Sunday; French, 1500."));
        assertThat(ProblemText.termKeys(refusal.arguments())).containsExactly("term.day-of-week.monday",
                "term.day-of-week.sunday");
    }

    record Moved(LocalDateTime start) implements Refusal {

        @Override
        public List<?> arguments() {
            return List.of(start);
        }
    }

    @Test
    void aLocalTimeIsInTheLanguageOfTheReaderToo() {
        Moved refusal = new Moved(LocalDateTime.of(2026, 3, 2, 9, 30));
        assertThat(ProblemText.of(refusal, SPANISH).detail()).contains("2 de marzo de 2026", "9:30");
        assertThat(ProblemText.of(refusal, Locale.ENGLISH).detail()).contains("March 2, 2026", "9:30");
    }

    @Test
    void theLanguageOfTheMachineIsNotUsed() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(ProblemText.of(new ABadDay(LocalDate.of(2026, 3, 2)), SPANISH).title()).isEqualTo("Mal día");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRefusalWithoutTextIsAnError() {
        assertThatThrownBy(() -> ProblemText.of(new Forgotten(), SPANISH)).isInstanceOf(MissingResourceException.class);
    }
}
