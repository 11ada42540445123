package org.refugio.procedure.process;

import java.time.LocalDate;

/** Why an action is not possible now. */
public sealed interface ActionDenial {

    /** The action that was denied. */
    CaseAction action();

    /**
     * Something else has to be recorded first.
     *
     * @param missing what
     * @param rule the stable name of the refusal
     */
    record NotYet(CaseAction action, CaseAction missing, String rule) implements ActionDenial {}

    /** It is recorded already, with this day. */
    record AlreadyRecorded(CaseAction action, LocalDate on) implements ActionDenial {}

    /** It was to be a correction, and nothing is recorded. */
    record NothingToCorrect(CaseAction action) implements ActionDenial {}
}
