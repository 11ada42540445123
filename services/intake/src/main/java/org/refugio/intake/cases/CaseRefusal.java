package org.refugio.intake.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.OutdatedRefusal;
import org.refugio.messaging.command.Refusal;
import org.refugio.procedure.process.ActionDenial;
import org.refugio.procedure.process.CaseAction;

/** The rules of a case that can refuse a command. */
public sealed interface CaseRefusal extends Refusal {

    /** The action is not possible now, by the process table, which has the rule and its text. */
    record NotNow(ActionDenial denial) implements CaseRefusal {

        @Override
        public String rule() {
            return denial.rule();
        }

        @Override
        public List<?> arguments() {
            return denial.arguments();
        }

        @Override
        public Class<?> textOwner() {
            return ActionDenial.class;
        }

        @Override
        public Map<String, Object> details() {
            return denial instanceof ActionDenial.AlreadyRecorded before
                    ? Map.of("recordedOn", before.on())
                    : Map.of();
        }
    }

    /**
     * Another person recorded the same after the sender opened the form.
     *
     * @param current how often it was recorded
     * @param seen how often it had been recorded when the form was opened
     * @param last the day of the last record; empty when there is none
     */
    record ChangedMeanwhile(CaseAction action, EntityTag current, String seen, Optional<LocalDate> last)
            implements
                CaseRefusal,
                OutdatedRefusal {

        @Override
        public List<?> arguments() {
            return List.of(Term.of(action), current.parts().values().iterator().next(),
                    last.<Object>map(Function.identity()).orElse("—"), seen);
        }
    }

    /** What is wrong with a date. */
    enum DateError {
        IN_THE_FUTURE,
        YEAR_NOT_PLAUSIBLE,
        SKIPPED_BY_THE_CLOCKS,
        ENTRY_NOT_PLAUSIBLE
    }

    /** A date that is not possible. */
    record DateNotPossible(String field, DateError error) implements CaseRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<?> arguments() {
            return List.of(Term.of(error));
        }

        @Override
        public Map<String, Object> details() {
            return errors(field);
        }
    }

    /** Input that cannot be used, by its field. */
    enum UnusableInput {
        OFFICE("office"),
        PHONE("contact.phone"),
        /** Without its country code it is a number of two countries. */
        PHONE_COUNTRY("contact.phone"),
        EMAIL("contact.email"),
        /** Only a mail server that offers SMTPUTF8 can deliver to it, and the installation has none. */
        EMAIL_BEYOND_ASCII("contact.email"),
        LANGUAGE("language"),
        CORRECTION_REASON("reason"),
        QUEUE("queue");

        private final String field;

        UnusableInput(String field) {
            this.field = field;
        }
    }

    /** Something that was entered cannot be used. */
    record NotUsable(UnusableInput input) implements CaseRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<?> arguments() {
            return List.of(Term.of(input));
        }

        @Override
        public Map<String, Object> details() {
            return errors(input.field);
        }
    }
}
