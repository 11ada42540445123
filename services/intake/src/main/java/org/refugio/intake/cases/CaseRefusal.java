package org.refugio.intake.cases;

import java.util.List;
import java.util.Map;
import org.refugio.messaging.command.Refusal;

/** The rules of a case that can say no. */
public sealed interface CaseRefusal extends Refusal {

    /** The action does not fit where the case stands. */
    record NotNow(CaseAction action, CaseStatus status) implements CaseRefusal {

        @Override
        public String rule() {
            return "not-at-this-stage";
        }

        @Override
        public String explanation() {
            return switch (action) {
                case START_FOLLOW_UP ->
                    "Follow-up begins with the decision, and this case has none yet. Record the decision first.";
                case OPEN_CASE -> "The case is open already.";
                case CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION ->
                    "This does not fit where the case stands. Look at its steps.";
            };
        }
    }

    /** A date that cannot be. */
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
