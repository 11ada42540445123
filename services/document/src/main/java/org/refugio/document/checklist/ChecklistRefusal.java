package org.refugio.document.checklist;

import java.util.Arrays;
import java.util.List;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.OutdatedRefusal;
import org.refugio.messaging.command.Refusal;

/** The rules of the checklist that can refuse a command. */
public sealed interface ChecklistRefusal extends Refusal {

    /** The checklist has no such line. */
    record NoSuchLine() implements ChecklistRefusal {}

    /**
     * A file arrived, or another person decided, after the sender looked at the line.
     *
     * @param seen the number of files and the state that the sender saw, as in the entity tag
     */
    record LineChangedMeanwhile(String itemId, int files, ItemState state, String seen)
            implements
                ChecklistRefusal,
                OutdatedRefusal {

        @Override
        public EntityTag current() {
            return EntityTag.of(itemId, files + "." + state);
        }

        @Override
        public List<?> arguments() {
            String[] parts = seen.split("\\.", 2);
            return List.of(Term.of(state), files, Term.of(ItemState.class, seenState(parts[parts.length - 1])),
                    parts[0].matches("\\d{1,6}") ? parts[0] : "—");
        }

        private static String seenState(String name) {
            return Arrays.stream(ItemState.values()).map(Enum::name).filter(name::equals).findFirst()
                    .orElse("UNKNOWN");
        }
    }

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
