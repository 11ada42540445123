package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.messaging.command.ProblemText;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseStatus;

class CaseStatusTest {

    @ParameterizedTest
    @EnumSource
    void theStatusIsDerivedFromTheRecordedFacts(CaseStatus status) {
        assertThat(SampleCase.in(status).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void theContactCanAlwaysBeChanged(CaseStatus status) {
        assertThat(SampleCase.in(status).refusalOf(CaseAction.CHANGE_CONTACT, false)).isEmpty();
    }

    @Test
    void aFactThatIsTooEarlyIsRefusedWithTheFactToRecordFirst() {
        assertThat(SampleCase.in(CaseStatus.OPEN).refusalOf(CaseAction.RECORD_DECISION, false)).get()
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("submission-not-recorded"))
                .extracting(refusal -> ProblemText.of(refusal, Locale.ENGLISH).title())
                .isEqualTo("The submission is not recorded yet");
        assertThat(SampleCase.in(CaseStatus.FILED).refusalOf(CaseAction.START_FOLLOW_UP, false)).get()
                .extracting(CaseRefusal::rule).isEqualTo("decision-not-recorded");
        assertThat(SampleCase.in(CaseStatus.DECIDED).refusalOf(CaseAction.START_FOLLOW_UP, false)).isEmpty();
    }

    @Test
    void aRepeatedFactIsRefusedWithItsDayUnlessItIsACorrection() {
        Case filed = SampleCase.in(CaseStatus.FILED);
        CaseRefusal refusal = filed.refusalOf(CaseAction.RECORD_SUBMISSION, false).orElseThrow();
        assertThat(refusal.rule()).isEqualTo("already-recorded");
        assertThat(ProblemText.of(refusal, Locale.of("es")).detail()).contains("2 de marzo de 2026", "corríjalo");
        assertThat(refusal.details()).isEqualTo(Map.of("recordedOn", SampleCase.DAY));
        assertThat(filed.refusalOf(CaseAction.RECORD_SUBMISSION, true)).isEmpty();
    }

    @Test
    void aCorrectionOfAnUnrecordedFactIsRefused() {
        assertThat(SampleCase.open().refusalOf(CaseAction.RECORD_SUBMISSION, true)).get().extracting(CaseRefusal::rule)
                .isEqualTo("nothing-to-correct");
    }

    @Test
    void aStoredDecisionWithoutASubmissionIsADecision() {
        Case open = SampleCase.open();
        Case decided = open.with(
                open.proceedings().withDecision(new Case.Notified(DecisionOutcome.DENIED, open.details().entryDate())));
        assertThat(decided.status()).isEqualTo(CaseStatus.DECIDED);
    }
}
