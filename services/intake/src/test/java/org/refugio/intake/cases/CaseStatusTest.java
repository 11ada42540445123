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
    void theStatusFollowsFromWhatWasRecorded(CaseStatus status) {
        assertThat(SampleCase.in(status).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void theContactCanAlwaysBeChanged(CaseStatus status) {
        assertThat(SampleCase.in(status).against(CaseAction.CHANGE_CONTACT, false)).isEmpty();
    }

    @Test
    void aFactThatComesTooEarlyIsRefusedWithWhatToRecordFirst() {
        assertThat(SampleCase.in(CaseStatus.OPEN).against(CaseAction.RECORD_DECISION, false)).get()
                .satisfies(no -> assertThat(no.rule()).isEqualTo("submission-not-recorded"))
                .extracting(no -> ProblemText.of(no, Locale.ENGLISH).title())
                .isEqualTo("The submission is not recorded yet");
        assertThat(SampleCase.in(CaseStatus.FILED).against(CaseAction.START_FOLLOW_UP, false)).get()
                .extracting(CaseRefusal::rule).isEqualTo("decision-not-recorded");
        assertThat(SampleCase.in(CaseStatus.DECIDED).against(CaseAction.START_FOLLOW_UP, false)).isEmpty();
    }

    @Test
    void aFactThatIsRecordedAlreadyIsRefusedWithItsDayUnlessItIsACorrection() {
        Case filed = SampleCase.in(CaseStatus.FILED);
        CaseRefusal no = filed.against(CaseAction.RECORD_SUBMISSION, false).orElseThrow();
        assertThat(no.rule()).isEqualTo("already-recorded");
        assertThat(ProblemText.of(no, Locale.of("es")).detail()).contains("2 de marzo de 2026", "corríjalo");
        assertThat(no.details()).isEqualTo(Map.of("recordedOn", SampleCase.DAY));
        assertThat(filed.against(CaseAction.RECORD_SUBMISSION, true)).isEmpty();
    }

    @Test
    void nothingCannotBeCorrected() {
        assertThat(SampleCase.open().against(CaseAction.RECORD_SUBMISSION, true)).get().extracting(CaseRefusal::rule)
                .isEqualTo("nothing-to-correct");
    }

    @Test
    void aDecisionRecordedBeforeSubmissionsWereRequiredIsStillADecision() {
        Case open = SampleCase.open();
        Case decided = open.with(open.proceedings()
                .decided(new Case.Notified(DecisionOutcome.DENIED, open.details().entryDate())));
        assertThat(decided.status()).isEqualTo(CaseStatus.DECIDED);
    }
}
