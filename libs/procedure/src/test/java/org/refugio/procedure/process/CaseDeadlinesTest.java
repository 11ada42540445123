package org.refugio.procedure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DecisionOutcome;

class CaseDeadlinesTest {

    private static final LocalDate ENTRY = LocalDate.of(2027, 1, 11);
    private static final RecordedActions FILED = RecordedActions.NONE.with(CaseAction.RECORD_SUBMISSION,
            LocalDate.of(2027, 2, 1));
    private static final RecordedActions DECIDED = FILED.with(CaseAction.RECORD_DECISION, LocalDate.of(2027, 1, 29));

    private final CaseDeadlines deadlines = new CaseDeadlines();

    @Test
    void untilTheSubmissionTheTermToApplyRunsFromTheDayOfEntry() {
        assertThat(deadlines.running(ENTRY, RecordedActions.NONE, null, "tapachula")).singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("file-application");
                    assertThat(each.earliest()).isEqualTo("2027-02-22");
                    assertThat(each.nominal()).isEqualTo("2027-02-23");
                    assertThat(each.title().in("en")).isEqualTo("File the application");
                    assertThat(each.warnings()).isNotEmpty();
                });
    }

    @Test
    void afterTheSubmissionTheTermToDecideRuns() {
        assertThat(deadlines.running(ENTRY, FILED, null, "tapachula")).extracting(CaseDeadline::rule)
                .containsExactly("decision");
    }

    @Test
    void afterADenialTheTermOfTheReviewRunsUntilFollowUpStarts() {
        assertThat(deadlines.running(ENTRY, DECIDED, DecisionOutcome.DENIED, "tapachula")).singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("review");
                    assertThat(each.earliest()).isEqualTo("2027-02-19");
                    assertThat(each.nominal()).isEqualTo("2027-02-22");
                });
        assertThat(deadlines.running(ENTRY, DECIDED.with(CaseAction.START_FOLLOW_UP, LocalDate.of(2027, 2, 1)),
                DecisionOutcome.DENIED, "tapachula")).isEmpty();
    }

    @Test
    void afterARecognitionNoReviewRuns() {
        assertThat(deadlines.running(ENTRY, DECIDED, DecisionOutcome.RECOGNISED, "tapachula")).isEmpty();
    }

    @Test
    void anOfficeOutsideTheListOfMunicipalitiesIsCountedWithTheMainOffice() {
        assertThat(deadlines.running(ENTRY, RecordedActions.NONE, null, "elsewhere"))
                .isEqualTo(deadlines.running(ENTRY, RecordedActions.NONE, null, "mexico-city"));
    }

    @Test
    void aDayOutsideTheYearsOfTheLegalClockHasADeadlineWithoutADate() {
        assertThat(deadlines.running(LocalDate.of(1950, 3, 1), RecordedActions.NONE, null, "tapachula"))
                .singleElement().satisfies(each -> {
                    assertThat(each.rule()).isEqualTo("file-application");
                    assertThat(each.earliest()).isNull();
                    assertThat(each.nominal()).isNull();
                });
    }
}
