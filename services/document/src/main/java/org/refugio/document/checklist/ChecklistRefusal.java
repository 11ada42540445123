package org.refugio.document.checklist;

import java.util.List;
import org.refugio.messaging.command.Refusal;

/** The rules of the checklist that can refuse a command. */
public sealed interface ChecklistRefusal extends Refusal {

    /** The checklist has no such line. */
    record NoSuchLine() implements ChecklistRefusal {}

    /** A newer file arrived after the one that was reviewed. */
    record NotTheNewestFile() implements ChecklistRefusal {}

    /** The file has a type that is not accepted. */
    record FileTypeNotTaken() implements ChecklistRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The file has no content. */
    record FileIsEmpty() implements ChecklistRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The file is larger than what is accepted. */
    record FileTooLarge(int megabytes) implements ChecklistRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<?> arguments() {
            return List.of(megabytes);
        }
    }
}
