package org.refugio.legalclock.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.legalclock.Deadline;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.SkippedDay;
import org.refugio.legalclock.data.CountUnit;
import org.refugio.legalclock.data.CountedRule;

class WorkedExamplesTest {

    private static Map<String, LegalClock> clocks;

    @BeforeAll
    static void readTheCalendars(@TempDir Path later) throws IOException {
        clocks = MadeUpCalendars.clocks(later);
    }

    @Test
    void thereAreAtLeastSixtyExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyExampleIsTheAnswerOfTheLibrary() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        examples().forEach(each -> check(softly, each));
        softly.assertAll();
    }

    private static List<WorkedExample> examples() throws IOException {
        return WorkedExamples.read(MadeUpCalendars.DATA.resolve("worked-examples.txt"));
    }

    private static void check(SoftAssertions softly, WorkedExample example) {
        LegalClock clock = clocks.get(example.text("calendar"));
        Deadline due = clock.due(example.request());
        String line = "worked-examples.txt line " + example.line() + ", ";
        softly.assertThat(due.nominal()).as(line + "nominal").isEqualTo(example.due("nominal"));
        softly.assertThat(due.earliestDefensible()).as(line + "earliest").isEqualTo(example.due("earliest"));
        softly.assertThat(due.count().suspendedSince()).as(line + "suspended since")
                .isEqualTo(example.suspendedSince());
        softly.assertThat(example.text("count")).as(line + "count").isNotBlank();
        softly.assertThat(example.text("articles")).as(line + "articles").isNotBlank();
        example.closes().ifPresent(closes -> softly.assertThat(due.nominalInstant()).as(line + "closes")
                .isEqualTo(closes));
        CountedRule rule = due.count().rule();
        softly.assertThat(rule.value()).as(line + "rule").isEqualTo(example.days());
        softly.assertThat(rule.unit() == CountUnit.WORKING_DAYS).as(line + "unit").isEqualTo(example.inWorkingDays());
        if (example.due("nominal") != null) {
            checkSkipped(softly, line, due, new ExpectedDays(example.text("skipped"), due.from(), due.nominal()));
        }
    }

    private static void checkSkipped(SoftAssertions softly, String line, Deadline due, ExpectedDays expected) {
        softly.assertThat(due.skipped().stream().map(SkippedDay::date)).as(line + "skipped")
                .containsExactlyElementsOf(expected.days().keySet());
        for (SkippedDay day : due.skipped()) {
            ExpectedDays.Reason reason = expected.days().get(day.date());
            if (reason != null) {
                softly.assertThat(day.why()).as(line + "why " + day.date()).contains(reason.why()).isNotBlank();
                softly.assertThat(day.citation()).as(line + "article of " + day.date()).contains(reason.citation())
                        .isNotBlank();
            }
        }
    }
}
