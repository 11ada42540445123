package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.refugio.contracts.DecisionOutcome;

class CaseStatusTest {

    @ParameterizedTest
    @EnumSource
    void theStatusFollowsFromWhatWasRecorded(CaseStatus status) {
        assertThat(SampleCase.in(status).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void aFactOfTheAuthorityIsNeverHeldUp(CaseStatus status) {
        EnumSet.of(CaseAction.RECORD_SUBMISSION, CaseAction.SET_INTERVIEW, CaseAction.RECORD_ATTENDANCE,
                CaseAction.RECORD_DECISION)
                .forEach(action -> assertThat(SampleCase.in(status).against(action)).as(action.name()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void peopleCanAlwaysBeReachedAnew(CaseStatus status) {
        assertThat(SampleCase.in(status).against(CaseAction.CHANGE_CONTACT)).isEmpty();
    }

    @Test
    void followUpBeginsWithTheDecisionAndTheRefusalSaysWhatToDo() {
        assertThat(SampleCase.in(CaseStatus.OPEN).against(CaseAction.START_FOLLOW_UP)).get()
                .extracting(CaseRefusal::explanation).asString().contains("Record the decision first");
        assertThat(SampleCase.in(CaseStatus.FILED).against(CaseAction.START_FOLLOW_UP)).isPresent();
        assertThat(SampleCase.in(CaseStatus.DECIDED).against(CaseAction.START_FOLLOW_UP)).isEmpty();
    }

    @Test
    void aDecisionWithoutAFilingThatWeKnowOfIsADecision() {
        Case open = SampleCase.open();
        Case decided = open.with(open.proceedings()
                .decided(new Case.Notified(DecisionOutcome.DENIED, open.details().entryDate())));
        assertThat(decided.status()).isEqualTo(CaseStatus.DECIDED);
    }
}
