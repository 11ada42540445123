package org.refugio.procedure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.procedure.InvalidProcedureFile;

class CaseProcessTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final RecordedActions FILED = RecordedActions.NONE.with(CaseAction.RECORD_SUBMISSION, DAY);

    private final CaseProcess process = CaseProcess.shipped();
    private final String shipped = text();

    @ParameterizedTest
    @EnumSource(names = {"SET_INTERVIEW", "RECORD_ATTENDANCE", "RECORD_DECISION"})
    void whatTheAuthorityDoesNeedsARecordedSubmissionAndNothingElse(CaseAction action) {
        assertThat(process.denial(action, RecordedActions.NONE, false)).contains(
                new ActionDenial.NotYet(action, CaseAction.RECORD_SUBMISSION, "submission-not-recorded"));
        assertThat(process.denial(action, FILED, false)).isEmpty();
    }

    @Test
    void noStepOfTheOrganisationIsAConditionOfFiling() {
        assertThat(process.denial(CaseAction.RECORD_SUBMISSION, RecordedActions.NONE, false)).isEmpty();
    }

    @Test
    void followUpNeedsADecision() {
        assertThat(process.denial(CaseAction.START_FOLLOW_UP, FILED, false)).contains(new ActionDenial.NotYet(
                CaseAction.START_FOLLOW_UP, CaseAction.RECORD_DECISION, "decision-not-recorded"));
        assertThat(process.denial(CaseAction.START_FOLLOW_UP, FILED.with(CaseAction.RECORD_DECISION, DAY), false))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD_SUBMISSION", "RECORD_ATTENDANCE", "RECORD_DECISION", "START_FOLLOW_UP"})
    void aFactIsRecordedOnceUnlessItIsACorrection(CaseAction action) {
        RecordedActions recorded = FILED.with(CaseAction.RECORD_DECISION, DAY).with(action, DAY);
        assertThat(process.denial(action, recorded, false)).contains(new ActionDenial.AlreadyRecorded(action, DAY));
        assertThat(process.denial(action, recorded, true)).isEmpty();
        assertThat(process.denial(action, RecordedActions.NONE, true))
                .contains(new ActionDenial.NothingToCorrect(action));
    }

    @Test
    void theAuthorityMovesItsDateAsOftenAsItLikesAlsoAfterTheDecision() {
        RecordedActions decided = FILED.with(CaseAction.SET_INTERVIEW, DAY).with(CaseAction.RECORD_DECISION, DAY);
        assertThat(process.denial(CaseAction.SET_INTERVIEW, decided, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD_ATTENDANCE", "RECORD_DECISION"})
    void aLaterInterviewMakesRoomForAnotherAttendanceAndAnotherDecision(CaseAction action) {
        RecordedActions recorded = FILED.with(action, DAY);
        assertThat(process.denial(action, recorded.with(CaseAction.SET_INTERVIEW, DAY), false)).isPresent();
        assertThat(process.denial(action, recorded.with(CaseAction.SET_INTERVIEW, DAY.plusDays(1)), false)).isEmpty();
    }

    @Test
    void theStatusIsThatOfTheLastRecordedActionThatHasOne() {
        assertThat(process.status(RecordedActions.NONE)).isEqualTo(CaseStatus.OPEN);
        assertThat(process.status(FILED.with(CaseAction.SET_INTERVIEW, DAY))).isEqualTo(CaseStatus.FILED);
        assertThat(process.status(FILED.with(CaseAction.RECORD_DECISION, DAY))).isEqualTo(CaseStatus.DECIDED);
    }

    @Test
    void eventsOfOtherServicesMoveTheirStepOrThatOfTheAppointmentsKind() {
        assertThat(process.movesOn("document.checklist-completed.v1", null))
                .containsExactly(new StepMove(Step.DOCUMENT_GATHERING, StepStatus.DONE));
        assertThat(process.movesOn("scheduling.appointment-booked.v1", "CONSULTATION"))
                .containsExactly(new StepMove(Step.INITIAL_CONSULTATION, StepStatus.IN_PROGRESS));
        assertThat(process.movesOn("scheduling.appointment-held.v1", "AUTHORITY_INTERVIEW")).isEmpty();
        assertThat(process.movesOn("scheduling.appointment-held.v1", "A_KIND_OF_A_LATER_BUILD")).isEmpty();
        assertThat(process.movesOn("scheduling.appointment-missed.v1", "CONSULTATION")).isEmpty();
    }

    @Test
    void kindsKnowWhetherTheyCanBeBookedAndWhatIsProposedWhen() {
        assertThat(AppointmentKind.allBookable()).extracting(AppointmentKind::id).containsExactly("CONSULTATION",
                "INTERVIEW_PREPARATION", "FOLLOW_UP");
        assertThat(AppointmentKind.authorityInterview().minutes()).isEqualTo(120);
        assertThat(AppointmentKind.proposedDuring(Step.AUTHORITY_INTERVIEW).beforeInterview()).isTrue();
        assertThat(AppointmentKind.withId("NO_SUCH_KIND")).isEmpty();
    }

    @Test
    void aTableThatIsInvalidIsRefused() {
        assertRefused(shipped.replace("  - action: CHANGE_CONTACT\n    permission: CHANGE_CONTACT\n    again: ALWAYS\n",
                ""), "every action once");
        assertRefused(shipped.replaceFirst("action: RECORD_SUBMISSION\n        otherwise",
                "action: START_FOLLOW_UP\n        otherwise"), "SET_INTERVIEW", "below it");
        assertRefused(shipped.replaceFirst("otherwise: [a-z-]+", "otherwise: Not Yet"), "SET_INTERVIEW", "lacks");
        assertRefused(shipped.replaceFirst("fact: decision", "fact: submission"), "RECORD_DECISION");
        assertRefused(shipped.replaceFirst("      - DECISION\n", ""), "during each step");
        assertRefused(shipped.replaceFirst("id: FOLLOW_UP", "id: CONSULTATION"), "CONSULTATION is there twice");
        assertRefused(shipped.replace("setByAuthority: true", "setByAuthority: false"), "set by the authority");
        assertRefused(shipped.replaceFirst("    step: INTERVIEW_PREPARATION\n", ""),
                "nothing moves the step INTERVIEW_PREPARATION");
        assertRefused(
                shipped.replaceFirst("appointmentStep: DONE",
                        "appointmentStep: DONE\n    moves:\n      - step: DECISION\n        to: DONE"),
                "appointment-held", "either");
        assertRefused(shipped.replaceFirst("minutes: 60", "minutes: 0"), "CONSULTATION has no length");
        assertRefused(shipped.replaceFirst("again: ALWAYS", "agian: ALWAYS"), "agian");
    }

    private static void assertRefused(String yaml, String... words) {
        assertThat(yaml).isNotEqualTo(text());
        assertThatThrownBy(() -> CaseProcess.read("bad.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidProcedureFile.class).hasMessageContainingAll(words);
    }

    private static String text() {
        try (var in = CaseProcess.class.getResourceAsStream("/process.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
