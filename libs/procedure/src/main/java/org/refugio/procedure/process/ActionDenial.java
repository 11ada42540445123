package org.refugio.procedure.process;

import java.time.LocalDate;
import java.util.List;

/** Why an action is not possible now. The texts are in this package's {@code problems.properties}, by rule. */
public sealed interface ActionDenial {

    /** The action that was denied. */
    CaseAction action();

    /** The stable name of the refusal. */
    String rule();

    /** The values of the text's placeholders. */
    default List<?> arguments() {
        return List.of();
    }

    /**
     * Something else has to be recorded first.
     *
     * @param missing what
     */
    record NotYet(CaseAction action, CaseAction missing, String rule) implements ActionDenial {}

    /** It is recorded already, with this day. */
    record AlreadyRecorded(CaseAction action, LocalDate on) implements ActionDenial {

        @Override
        public String rule() {
            return "already-recorded";
        }

        @Override
        public List<?> arguments() {
            return List.of(on);
        }
    }

    /** It was to be a correction, and nothing is recorded. */
    record NothingToCorrect(CaseAction action) implements ActionDenial {

        @Override
        public String rule() {
            return "nothing-to-correct";
        }
    }
}
