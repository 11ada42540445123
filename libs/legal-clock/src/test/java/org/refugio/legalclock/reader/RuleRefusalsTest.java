package org.refugio.legalclock.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.UndecidedRule;

class RuleRefusalsTest {

    private static final String RULES = "rules.txt";
    private static final int RULE_LINE = 2;

    @TempDir
    Path path;

    DataDirectory directory;

    @BeforeEach
    void validDirectory() {
        directory = DataDirectory.valid(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "certainty A; certainty U; certainty U is not enough for a value",
            "certainty A; certainty C; certainty C is not enough for a value",
            "certainty A; certainty perhaps; 'perhaps' is not a certainty",
            "value 10; value none; 'none' is not a number",
            "value 10; value 0; '0' is not a number of days", "unit working-days; unit weeks; 'weeks' is not a unit",
            "authority OFFICE; authority NOBODY; unknown authority 'NOBODY'",
            "citation Law art. 3; citation; missing citation",
            "effective 2020-01-01; effective 2020-13-01; '2020-13-01' is not a date",
            "effective 2020-01-01; effective 2020-01-01 | 2019-12-31; is before the start",
            "non-working-last-day next-working-day | Law art. 4; non-working-last-day next-working-day; missing citation",
            "non-working-last-day next-working-day | Law art. 4; non-working-last-day maybe; as-is",
            "verified the test | 2026-01-01; verified the test; missing verification"})
    void aRuleLineIsRefused(String line, String replacement, String reason) {
        refused(directory.replace(RULES, line, replacement), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {"value 11; 'value' is already on line 5",
            "extension 10; DAYS once",
            "extension 10 once; missing grounds", "extension many once | reasons; 'many' is not a number of days",
            "deadline 3; unknown keyword 'deadline'", "unverified nobody read it; both verified and unverified"})
    void aFurtherRuleLineIsRefused(String line, String reason) {
        refused(directory.append(RULES, line), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title es | Responder", "title en | Answer", "value 10", "unit working-days",
            "trigger the question", "authority OFFICE", "citation Law art. 3", "certainty A", "effective 2020-01-01",
            "non-working-last-day next-working-day | Law art. 4", "verified the test | 2026-01-01"})
    void aMissingKeyIsReportedAtTheRule(String line) {
        directory.replace(RULES, line, "");
        refused(RULE_LINE, "missing " + line.substring(0, line.startsWith("title") ? 8 : line.indexOf(' ')));
    }

    @Test
    void anUndecidedRuleHasNoValue() {
        directory.append(RULES, "undecided a lawyer must say");
        int line = directory.replace(RULES, "unit working-days", "");
        assertThat(line).isPositive();
        refused(5, "an undecided rule has no value");
    }

    @Test
    void anUndecidedRuleNeedsOnlyItsTitles() {
        directory.append(RULES, "rule open\ntitle es | Abierto\ntitle en | Open\nundecided a lawyer must say");
        assertThat(ClockDataReader.directory(path).rules().getLast()).isInstanceOf(UndecidedRule.class);
    }

    @Test
    void aSecondRuleOfTheSameIdIsRefused() throws Exception {
        String block = Files.readString(path.resolve(RULES)).replace("version 1\n", "");
        int line = directory.append(RULES, block);
        refused(line, "duplicate rule 'answer'");
    }

    @Test
    void aRuleMayChangeOnADate() throws Exception {
        String block = Files.readString(path.resolve(RULES)).replace("version 1\n", "");
        directory.replace(RULES, "effective 2020-01-01", "effective 2020-01-01 | 2026-12-31");
        directory.append(RULES,
                block.replace("effective 2020-01-01", "effective 2027-01-01").replace("value 10", "value 8"));
        assertThat(ClockDataReader.directory(path).rules()).hasSize(2);
    }

    @Test
    void aLineBeforeTheFirstRuleIsRefused() {
        refused(directory.replace(RULES, "version 1", "value 3"), "rule, which every rule starts with");
    }

    @Test
    void aMissingFileIsRefused() throws Exception {
        Files.delete(path.resolve(RULES));
        refused(0, "there is no such file");
    }

    private void refused(int line, String reason) {
        assertThatExceptionOfType(InvalidCalendarData.class).isThrownBy(() -> ClockDataReader.directory(path))
                .withMessageStartingWith(RULES + ":" + line + ": ").withMessageContaining(reason);
    }
}
