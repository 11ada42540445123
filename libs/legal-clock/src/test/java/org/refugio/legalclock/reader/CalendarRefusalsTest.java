package org.refugio.legalclock.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.legalclock.data.ClockData;
import org.refugio.legalclock.data.InvalidCalendarData;

class CalendarRefusalsTest {

    private static final String CALENDAR = "calendars/office.txt";
    private static final String HOLIDAYS = "holidays/law.txt";
    private static final String MUNICIPALITIES = "municipalities.txt";

    @TempDir
    Path path;

    DataDirectory directory;

    @BeforeEach
    void validDirectory() {
        directory = DataDirectory.valid(path);
    }

    @Test
    void theMadeUpDirectoryIsAccepted() {
        ClockData data = ClockDataReader.directory(path);
        assertThat(data.calendars()).containsOnlyKeys("OFFICE");
        assertThat(data.rules()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "closure 2026-03-06 | 2026-03-09 | south | Again | Notice 3; overlaps the one on line 7",
            "closure 2026-03-01 | 2026-03-31 | all | Again | Notice 3; overlaps the one on line 7",
            "suspension 2026-04-30 | open | north | Again | Notice 3; overlaps the one on line 8",
            "closure 2026-05-04 | 2026-05-05 | west | Move | Notice 3; unknown municipality 'west'",
            "closure 2026-05-05 | 2026-05-04 | all | Move | Notice 3; the end 2026-05-04 is before the start 2026-05-05",
            "closure 2026-05-04 | open | all | Move | Notice 3; a closure has an end",
            "closure 2026-05-04 | 2026-05-05 | all | Move; missing citation",
            "closure 2026-05-04 | 2026-05-05 | all | Move | ; missing citation",
            "closure 2026-02-30 | 2026-05-05 | all | Move | Notice 3; '2026-02-30' is not a date",
            "closure 2026-05-04 | 2026-05-05 | all | Move | Notice 3 | more; unexpected field 'more'",
            "holidays other; unknown holidays 'other'",
            "authority OTHER; 'authority' is already on line 1",
            "unverified something; both verified and unverified",
            "count-starts same-day | Law art. 9; next-working-day",
            "open 2026-05-04; unknown keyword 'open'"})
    void aCalendarLineIsRefused(String line, String reason) {
        refused(CALENDAR, directory.append(CALENDAR, line), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "closure 2026-03-02 | 2026-03-06 | north | Painting | Notice 3",
            "closure 2026-04-06 | 2026-04-07 | all | Inside the suspension | Notice 3",
            "suspension 2026-05-01 | open | all | Flood | Notice 3"})
    void aCalendarLineIsAccepted(String line) {
        directory.append(CALENDAR, line);
        assertThat(ClockDataReader.directory(path).calendars()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "hours 09:00 15:00 | Law art. 2; hours 15:00 09:00 | Law art. 2; are not hours",
            "hours 09:00 15:00 | Law art. 2; hours nine five | Law art. 2; are not hours",
            "default-municipality south; default-municipality west; unknown municipality 'west'",
            "verified A | the test | 2026-01-01; verified U | the test | 2026-01-01; only certainty A or B can be verified",
            "verified A | the test | 2026-01-01; verified A | the test; missing verification"})
    void aCalendarKeyIsRefused(String line, String replacement, String reason) {
        refused(CALENDAR, directory.replace(CALENDAR, line, replacement), reason);
    }

    @Test
    void aMissingKeyIsReportedAtTheFirstLine() {
        directory.replace(CALENDAR, "hours 09:00 15:00 | Law art. 2", "");
        refused(CALENDAR, 1, "missing hours");
    }

    @Test
    void twoCalendarsOfOneAuthorityAreRefused() {
        directory.write("calendars/second.txt", """
            authority OFFICE
            version 1
            verified A | the test | 2026-01-01
            holidays law
            hours 09:00 15:00 | Law art. 2
            default-municipality south
            """);
        refused("calendars/second.txt", 1, "duplicate authority 'OFFICE'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "fixed 02-30 | Never | Law art. 1; '02-30' is not a date of the year",
            "fixed 02-03 | Carnival; missing citation", "fixed 02-03 | | Law art. 1; missing name",
            "weekly FUNDAY | Law art. 1; 'FUNDAY' is not a weekday",
            "movable MONDAY 6 02 | Never | Law art. 1; '6' is not a number from 1 to 5",
            "movable MONDAY 1 | Never | Law art. 1; expected weekday, ordinal and month",
            "every-six-years 12-01 soon | Transfer | Law art. 1; 'soon' is not a number",
            "fixed 02-03 | Carnival | Law art. 1 | since 2020-01-01; unexpected field 'since 2020-01-01'",
            "fixed 02-03 | Carnival | Law art. 1 | from 2021-01-01 | until 2020-01-01; before the start",
            "sometimes 02-03 | Carnival | Law art. 1; unknown keyword 'sometimes'"})
    void aRestDayIsRefused(String line, String reason) {
        refused(HOLIDAYS, directory.append(HOLIDAYS, line), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "municipality north | Second | America/Tijuana; duplicate municipality 'north'",
            "municipality west | West | America/Atlantis; 'America/Atlantis' is not a time zone",
            "municipality west | West; missing time zone",
            "city west | West | America/Tijuana; unknown keyword 'city'"})
    void aMunicipalityIsRefused(String line, String reason) {
        refused(MUNICIPALITIES, directory.append(MUNICIPALITIES, line), reason);
    }

    private void refused(String file, int line, String reason) {
        assertThatExceptionOfType(InvalidCalendarData.class).isThrownBy(() -> ClockDataReader.directory(path))
                .withMessageStartingWith(file + ":" + line + ": ").withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(line));
    }
}
