package org.refugio.scheduling.resources;

import java.util.Map;
import org.refugio.messaging.command.Refusal;

/** The rules of registering that can refuse a command. */
sealed interface ResourceRefusal extends Refusal {

    /** A person has a name and a language at least, a room has a room name. */
    record ResourceIncomplete(String field) implements ResourceRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Map<String, Object> details() {
            return errors(field);
        }
    }
}
