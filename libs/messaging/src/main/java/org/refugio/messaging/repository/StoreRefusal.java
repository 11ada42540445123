package org.refugio.messaging.repository;

import java.util.Map;
import org.refugio.messaging.command.Refusal;

/** The rules of the store that refuse a command: it can never accept the result. */
sealed interface StoreRefusal extends Refusal {

    /**
     * Another aggregate already has a value that must be unique.
     *
     * @param index the name of the unique index
     */
    record NotUnique(String index) implements StoreRefusal {

        @Override
        public Map<String, Object> details() {
            return Map.of("index", index);
        }
    }

    /** The result of the command is larger than what the store accepts in one document. */
    record TooLargeToKeep() implements StoreRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The result of the command is not acceptable for another reason. */
    record CannotBeKept() implements StoreRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
