package org.refugio.intake.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.SampleCase;
import org.refugio.messaging.command.Decision;
import org.refugio.procedure.process.StepMove;

class StepProgressTest {

    private final Case open = SampleCase.open();

    @Test
    void aStepOfANewCaseIsNotStarted() {
        assertThat(open.steps().statusOf(Step.DECISION)).isEqualTo(StepStatus.NOT_STARTED);
    }

    @Test
    void aMoveOfAStepIsPublished() {
        Decision.Changed<Case> changed = (Decision.Changed<Case>) moved(open, Step.INITIAL_CONSULTATION,
                StepStatus.IN_PROGRESS);
        assertThat(changed.events()).containsExactly(new StepChanged("c1", "tapachula", Step.INITIAL_CONSULTATION,
                StepStatus.IN_PROGRESS, SampleCase.NOON));
    }

    @Test
    void aLateEventNeverMovesAStepBack() {
        Case done = ((Decision.Changed<Case>) moved(open, Step.INITIAL_CONSULTATION, StepStatus.DONE)).state();
        assertThat(done.steps().statusOf(Step.INITIAL_CONSULTATION)).isEqualTo(StepStatus.DONE);
        assertThat(moved(done, Step.INITIAL_CONSULTATION, StepStatus.IN_PROGRESS))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aRepeatedMoveHasNoEffect() {
        Case started = ((Decision.Changed<Case>) moved(open, Step.DOCUMENT_GATHERING, StepStatus.IN_PROGRESS)).state();
        assertThat(moved(started, Step.DOCUMENT_GATHERING, StepStatus.IN_PROGRESS))
                .isInstanceOf(Decision.Unchanged.class);
    }

    private static Decision<Case> moved(Case found, Step step, StepStatus status) {
        return AdvanceSteps.move(found, List.of(new StepMove(step, status)), SampleCase.NOON);
    }
}
