package org.refugio.intake.cases;

import org.refugio.messaging.Refusal;

/** The rules of a case that can say no. */
sealed interface CaseRefusal extends Refusal {

    /** The action does not fit where the case stands. */
    record NotNow(Action action, CaseStatus status) implements CaseRefusal {

        @Override
        public String rule() {
            return "not-at-this-stage";
        }

        @Override
        public String explanation() {
            return switch (action) {
                case START_FOLLOW_UP -> "Follow-up begins with the decision. Record the decision first.";
                case SET_INTERVIEW ->
                    "The decision of this case is recorded. If it was recorded by mistake, correct it first.";
                case CHANGE_CONTACT, RECORD_SUBMISSION, RECORD_ATTENDANCE, RECORD_DECISION ->
                    "This can no longer be recorded: follow-up has begun.";
            };
        }
    }

    /** A date that cannot be. */
    record DateNotPossible(String field, String why) implements CaseRefusal {

        @Override
        public String rule() {
            return "date-not-possible";
        }

        @Override
        public String explanation() {
            return field + ": " + why;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Something that was entered cannot be used. */
    record NotUsable(String field, String why) implements CaseRefusal {

        @Override
        public String rule() {
            return "not-usable";
        }

        @Override
        public String explanation() {
            return field + ": " + why;
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
