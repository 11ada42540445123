package org.refugio.console.readmodel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.RecordedActions;

/** The recorded facts of the proceedings; each is null until it is recorded. {@code folio} is sealed. */
public record CaseFacts(LocalDate filedOn, String authority, LocalDateTime interview, LocalDate attendedOn,
        DecisionOutcome outcome, LocalDate notifiedOn, LocalDate followUpOn, Sealed folio) {

    static final CaseFacts NONE = new CaseFacts(null, null, null, null, null, null, null, null);

    CaseFacts filed(LocalDate on, String with, Sealed newFolio) {
        return new CaseFacts(on, with, interview, attendedOn, outcome, notifiedOn, followUpOn, newFolio);
    }

    CaseFacts interviewSet(LocalDateTime to) {
        return new CaseFacts(filedOn, authority, to, attendedOn, outcome, notifiedOn, followUpOn, folio);
    }

    CaseFacts attended(LocalDate on) {
        return new CaseFacts(filedOn, authority, interview, on, outcome, notifiedOn, followUpOn, folio);
    }

    CaseFacts decided(DecisionOutcome with, LocalDate on) {
        return new CaseFacts(filedOn, authority, interview, attendedOn, with, on, followUpOn, folio);
    }

    CaseFacts followedUp(LocalDate on) {
        return new CaseFacts(filedOn, authority, interview, attendedOn, outcome, notifiedOn, on, folio);
    }

    /** The recorded actions for the process table. */
    public RecordedActions recorded() {
        return RecordedActions.NONE.with(CaseAction.RECORD_SUBMISSION, filedOn)
                .with(CaseAction.SET_INTERVIEW, interview == null ? null : interview.toLocalDate())
                .with(CaseAction.RECORD_ATTENDANCE, attendedOn).with(CaseAction.RECORD_DECISION, notifiedOn)
                .with(CaseAction.START_FOLLOW_UP, followUpOn);
    }
}
