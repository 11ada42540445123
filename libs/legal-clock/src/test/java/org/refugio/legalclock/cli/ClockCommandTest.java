package org.refugio.legalclock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aDeadlineIsPrintedAsJson() {
        assertThat(
                run("due", "--rule", "file-application", "--from", "2027-01-20", "--office", "Ciudad Juárez", "--json"))
                .isZero();
        assertThat(text(out))
                .startsWith("{\"rule\":\"file-application\",\"from\":\"2027-01-20\",\"nominal\":\"2027-03-04\","
                        + "\"earliestDefensible\":\"2027-03-03\",\"nominalInstant\":\"2027-03-05T01:00:00Z\",\"skipped\":[{\"date\":")
                .contains("{\"date\":\"2027-02-05\",\"why\":\"Constitution Day\",\"citation\":\"LFPA art. 28\"}")
                .contains("\"citations\":[\"LSRPCAP art. 18\",");
    }

    @Test
    void aDeadlineIsExplainedInSpanish() {
        assertThat(run("due", "--rule", "review", "--from", "2027-02-03", "--lang", "es")).isZero();
        assertThat(text(out)).contains("viernes 5 de febrero de 2027: Día de la Constitución (LFPA art. 28)");
    }

    @Test
    void anUndecidedRuleIsRefusedWithWhoMustDecide() {
        assertThat(run("due", "--rule", "abandonment-threshold", "--from", "2027-02-03")).isEqualTo(1);
        assertThat(text(err)).contains("a lawyer must set it");
    }

    @Test
    void aWrongCommandLineSaysWhatToWrite() {
        assertThat(run("due", "--rule", "review")).isEqualTo(2);
        assertThat(text(err)).contains("--from is missing").contains("usage: ./refugio clock due");
    }

    @Test
    void theRulesAreListedWithTheirSources() {
        assertThat(run("rules")).isZero();
        assertThat(text(out)).contains("LSRPCAP art. 18").contains("no value:");
    }

    @Test
    void aCalendarOfAYearIsListed() {
        assertThat(run("calendar", "--authority", "federal-courts", "--year", "2027")).isZero();
        assertThat(text(out)).contains("2027-09-14  14 September (Ley de Amparo art. 19)").doesNotContain("2027-09-01");
    }

    private int run(String... args) {
        return ClockCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
