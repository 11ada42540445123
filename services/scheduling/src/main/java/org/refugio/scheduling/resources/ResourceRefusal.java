package org.refugio.scheduling.resources;

import org.refugio.messaging.command.Refusal;

/** The rules of registering that can say no. */
sealed interface ResourceRefusal extends Refusal {

    /** A person has a name and a language at least, a room has a room name. */
    record Incomplete(String field) implements ResourceRefusal {

        @Override
        public String rule() {
            return "resource-incomplete";
        }

        @Override
        public String explanation() {
            return "Missing: " + field + ". People need a name and at least one language, rooms a room name.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
