package org.refugio.legalclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.example.MadeUpCalendars;

/** What an answer says about where it comes from. */
class AnswerSourcesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 11);

    @Test
    void anAnswerNamesItsArticlesAndVersions() {
        Deadline due = LegalClock.shipped().due(DeadlineRequest.of("file-application", DAY));
        assertThat(due.rule()).isEqualTo("file-application");
        assertThat(due.citations()).containsExactly("LSRPCAP art. 18", "LFPA art. 38", "LFPA art. 29", "LFPA art. 30");
        assertThat(due.ruleVersion()).isEqualTo("2026.1");
        assertThat(due.calendarVersion()).isEqualTo("comar 2026.1; lfpa-28 2026.1; lft-74 2026.1");
    }

    @Test
    void anAnswerThatRestsOnAnUnverifiedCalendarWarns() {
        LegalClock clock = LegalClock.shipped();
        assertThat(clock.due(DeadlineRequest.of("review", DAY)).warnings()).singleElement().asString()
                .startsWith("COMAR calendar, unverified: closures");
        assertThat(clock.due(DeadlineRequest.of("nullity-suit", DAY)).warnings()).hasSize(2).last().asString()
                .startsWith("LFPCA art. 74, unverified: no rest day");
    }

    @Test
    void anUnverifiedRuleWarns(@TempDir Path directory) throws IOException {
        MadeUpCalendars.copy(MadeUpCalendars.DATA.resolve("made-up"), directory);
        replace(directory.resolve("rules.txt"), "verified made up for the worked examples | 2026-11-26",
                "unverified the lawyer must read it");
        assertThat(LegalClock.read(directory).due(DeadlineRequest.of("review", DAY)).warnings()).first()
                .isEqualTo("rule review, unverified: the lawyer must read it");
    }

    @Test
    void theDaysOfAnExtensionThatMeetsASuspensionAreNumberedUntilThen() {
        LegalClock clock = LegalClock.read(MadeUpCalendars.DATA.resolve("made-up"));
        Deadline due = clock.due(DeadlineRequest.of("decision", LocalDate.of(2030, 12, 2)).withExtension(45));
        assertThat(due.nominal()).isNull();
        assertThat(due.count().days()).filteredOn(day -> day.number() > 0).hasSize(61).last()
                .extracting(DayOfCount::date, DayOfCount::number).containsExactly(LocalDate.of(2031, 2, 28), 61);
        assertThat(due.count().days()).last().extracting(DayOfCount::date).isEqualTo(LocalDate.of(2031, 3, 3));
    }

    @Test
    void aRuleThatWasNotInForceWarns() {
        LegalClock clock = LegalClock.shipped();
        assertThat(clock.due(DeadlineRequest.of("amparo", LocalDate.of(2013, 4, 2))).warnings()).hasSize(2).first()
                .asString().contains("amparo was not in force on 2013-04-02", "2013-04-03");
        assertThat(clock.due(DeadlineRequest.of("amparo", LocalDate.of(2013, 4, 3))).warnings()).hasSize(1);
    }

    @Test
    void theVersionOfTheRuleInForceOnTheDayCounts(@TempDir Path directory) throws IOException {
        MadeUpCalendars.copy(MadeUpCalendars.DATA.resolve("made-up"), directory);
        rule(directory, 1, "effective 2020-01-01 | 2020-12-31");
        rule(directory, 2, "effective 2022-01-01");
        rule(directory, 3, "effective 2019-01-01 | 2019-06-30");
        LegalClock clock = LegalClock.read(directory);
        assertThat(value(clock, 2018, 1)).isEqualTo(3);
        assertThat(value(clock, 2019, 6)).isEqualTo(3);
        assertThat(value(clock, 2019, 8)).as("nearer to the end of the first").isEqualTo(3);
        assertThat(value(clock, 2019, 11)).as("nearer to the start of the next").isEqualTo(1);
        assertThat(value(clock, 2020, 1)).isEqualTo(1);
        assertThat(value(clock, 2021, 2)).isEqualTo(1);
        assertThat(value(clock, 2021, 11)).isEqualTo(2);
        assertThat(value(clock, 2022, 1)).isEqualTo(2);
        assertThat(value(clock, 2040, 1)).isEqualTo(2);
    }

    @Test
    void theDaysWithoutWorkOfAPeriodIncludeBothEnds() {
        LegalClock clock = LegalClock.shipped();
        assertThat(clock.nonWorkingDays("COMAR", "tapachula", LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 6)))
                .extracting(SkippedDay::date).containsExactly(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 6));
        assertThat(clock.nonWorkingDays("COMAR", null, LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 8))).isEmpty();
    }

    @Test
    void theClockListsWhatItKnows() {
        LegalClock clock = LegalClock.shipped();
        assertThat(clock.calendars()).extracting(AuthorityCalendar::authority).containsExactlyInAnyOrder("COMAR", "INM",
                "SRE", "TFJA", "FEDERAL_COURTS", "DATA_CONTROLLER");
        assertThat(clock.municipalities()).extracting(Municipality::id).contains("tijuana", "ciudad-juarez")
                .hasSize(15);
        assertThat(clock.rules()).hasSize(17);
    }

    private static void replace(Path file, String text, String replacement) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, replacement));
    }

    private static int value(LegalClock clock, int year, int month) {
        return clock.due(DeadlineRequest.of("changed", LocalDate.of(year, month, 2))).count().rule().value();
    }

    private static void rule(Path directory, int value, String effective) throws IOException {
        Files.write(directory.resolve("rules.txt"), Stream.of("rule changed", "title es | cambio", "title en | change",
                "value " + value, "unit working-days", "trigger made up", "authority COMAR", "citation made up",
                "certainty B", effective, "non-working-last-day next-working-day | made up",
                "verified the test | 2026-11-26").toList(), StandardOpenOption.APPEND);
    }
}
