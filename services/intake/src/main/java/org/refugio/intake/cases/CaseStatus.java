package org.refugio.intake.cases;

import static org.refugio.intake.cases.CaseAction.CHANGE_CONTACT;
import static org.refugio.intake.cases.CaseAction.RECORD_ATTENDANCE;
import static org.refugio.intake.cases.CaseAction.RECORD_DECISION;
import static org.refugio.intake.cases.CaseAction.RECORD_SUBMISSION;
import static org.refugio.intake.cases.CaseAction.SET_INTERVIEW;
import static org.refugio.intake.cases.CaseAction.START_FOLLOW_UP;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a case stands, and the one table of what may be done then. A fact of the authority is never held up by our own
 * steps: no paper and no consultation is a condition of filing (LSRPCAP art. 18, 19), the authority may call a person in
 * again after a decision was set aside, and what was recorded wrongly is recorded again.
 */
public enum CaseStatus {
    /** Nothing is filed yet. */
    OPEN(EnumSet.of(CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION)),
    /** The application is with the authority. */
    FILED(EnumSet.of(CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION)),
    /** The decision was notified. */
    DECIDED(EnumSet.of(CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION,
            START_FOLLOW_UP)),
    /** Support after the decision. */
    FOLLOWED_UP(EnumSet.of(CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION,
            START_FOLLOW_UP));

    private final Set<CaseAction> allowed;

    CaseStatus(Set<CaseAction> allowed) {
        this.allowed = allowed;
    }

    boolean allows(CaseAction action) {
        return allowed.contains(action);
    }
}
