package org.refugio.legalclock.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.legalclock.Deadline;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.example.MadeUpCalendars;

/**
 * Texts and pictures against the files of {@code explanations}. After a wanted change, run with
 * {@code -Dlegal-clock.write-explanations=true}, then read the texts and look at the pictures before they are committed.
 */
class ExplanationTest {

    private static final Path EXPECTED = MadeUpCalendars.DATA.resolve("explanations");

    private static Map<String, LegalClock> clocks;

    @BeforeAll
    static void readTheCalendars(@TempDir Path later) throws IOException {
        clocks = MadeUpCalendars.clocks(later);
    }

    @ParameterizedTest
    @CsvSource({"extended-over-closures.en, made-up, decision, 2027-03-01, 45",
            "suspended-without-an-end.en, made-up, justify-late-filing, 2031-02-26, 0",
            "suspended-without-an-end.es, made-up, justify-late-filing, 2031-02-26, 0",
            "long-suspension.es, made-up-later, justify-late-filing, 2031-02-26, 0",
            "short-suspension.en, made-up, justify-late-filing, 2029-05-30, 0",
            "rolled-calendar-days.en, made-up, ten-calendar-days, 2027-06-23, 0",
            "two-dates.en, shipped, justify-late-filing, 2027-01-29, 0",
            "two-dates.es, shipped, justify-late-filing, 2027-01-29, 0"})
    void theTextAndThePictureAreTheExpectedOnes(String name, String calendar, String rule, LocalDate from,
            int extension) throws IOException {
        Deadline due = clocks.get(calendar).due(new DeadlineRequest(rule, from, "tapachula", extension));
        Locale language = Locale.of(name.substring(name.length() - 2));
        check(name + ".txt", DeadlineText.explain(due, language));
        check(name + ".svg", DeadlinePicture.svg(due, language));
    }

    private static void check(String file, String actual) throws IOException {
        if (Boolean.getBoolean("legal-clock.write-explanations")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(EXPECTED.resolve(file), actual);
        }
        assertThat(actual).as(file).isEqualTo(Files.readString(EXPECTED.resolve(file)));
    }
}
