package org.refugio.procedure.process;

/** Whether an action may be taken again that is recorded already. As a correction it always may. */
public enum Repetition {
    /** As often as it happens. */
    ALWAYS,
    /** Where the authority set an interview for a later day than the recorded one. */
    AFTER_LATER_INTERVIEW,
    /** Only to correct what was recorded. */
    AS_CORRECTION;

    boolean allows(CaseAction action, RecordedActions recorded) {
        return switch (this) {
            case ALWAYS -> true;
            case AFTER_LATER_INTERVIEW -> recorded.on(CaseAction.SET_INTERVIEW)
                    .filter(interview -> recorded.on(action).filter(interview::isAfter).isPresent()).isPresent();
            case AS_CORRECTION -> false;
        };
    }
}
