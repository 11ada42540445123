package org.refugio.intake.cases;

import java.util.List;
import java.util.Map;
import org.refugio.messaging.command.Refusal;
import org.refugio.procedure.process.ActionDenial;
import org.refugio.procedure.process.CaseProcess;

/** The rules of a case that can refuse a command. */
public sealed interface CaseRefusal extends Refusal {

    /** The action is not possible now, by the process table. */
    record NotNow(ActionDenial denial) implements CaseRefusal {

        @Override
        public String rule() {
            return switch (denial) {
                case ActionDenial.NotYet first -> first.rule();
                case ActionDenial.AlreadyRecorded _ -> "already-recorded";
                case ActionDenial.NothingToCorrect _ -> "nothing-to-correct";
            };
        }

        @Override
        public String explanation() {
            return switch (denial) {
                case ActionDenial.NotYet first -> "The %s is not recorded yet. Record it first.".formatted(
                        CaseProcess.shipped().rule(first.missing()).fact().replace('-', ' '));
                case ActionDenial.AlreadyRecorded before -> """
                    This is recorded already, for %s. If that is wrong, record it again as a correction with the \
                    reason. If the authority called the person in again, record the new date of the interview first."""
                        .formatted(before.on());
                case ActionDenial.NothingToCorrect _ ->
                    "Nothing is recorded that could be corrected. Record it without marking it as a correction.";
            };
        }

        @Override
        public Map<String, Object> details() {
            return denial instanceof ActionDenial.AlreadyRecorded before
                    ? Map.of("recordedOn", before.on())
                    : Map.of();
        }
    }

    /** A date that is not possible. */
    record DateNotPossible(String where, String why) implements CaseRefusal {

        @Override
        public String rule() {
            return "date-not-possible";
        }

        @Override
        public String explanation() {
            return where + ": " + why;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Map<String, Object> details() {
            return wrongField(where, rule());
        }
    }

    /** Something that was entered cannot be used. */
    record NotUsable(String where, String why) implements CaseRefusal {

        /** A language that cannot be chosen for a person. */
        static NotUsable language() {
            return new NotUsable("language", "this language cannot be chosen. Choose one from the list.");
        }

        @Override
        public String rule() {
            return "not-usable";
        }

        @Override
        public String explanation() {
            return where + ": " + why;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Map<String, Object> details() {
            return wrongField(where, rule());
        }
    }

    /** In the form in which fields are named everywhere. */
    private static Map<String, Object> wrongField(String field, String rule) {
        return Map.of("errors", List.of(Map.of("field", field, "rule", rule)));
    }
}
