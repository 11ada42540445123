package org.refugio.document.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.EntityTag;

/**
 * A checklist item with every file uploaded for it; the newest is the current one.
 *
 * @param reason why it was returned or waived, sealed; null otherwise
 */
public record ChecklistItem(String itemId, String group, ItemState state, List<Upload> uploads, Sealed reason) {

    static ChecklistItem missing(String itemId, String group) {
        return new ChecklistItem(itemId, group, ItemState.MISSING, List.of(), null);
    }

    /** The current file. */
    public Optional<Upload> newest() {
        return uploads.isEmpty() ? Optional.empty() : Optional.of(uploads.getLast());
    }

    /** What a review depends on: the number of files and the state. */
    String tagValue() {
        return uploads.size() + "." + state;
    }

    /** The refusal of a review whose sender saw an earlier file or state. */
    Optional<ChecklistRefusal> outdated(EntityTag seen) {
        return EntityTag.of(itemId, tagValue()).isSeenIn(seen, itemId)
                ? Optional.empty()
                : Optional.of(new ChecklistRefusal.LineChangedMeanwhile(itemId, uploads.size(), state,
                        seen.value(itemId).orElse("")));
    }

    ChecklistItem with(Upload upload) {
        List<Upload> more = new ArrayList<>(uploads);
        more.add(upload);
        return new ChecklistItem(itemId, group, ItemState.UPLOADED, more, null);
    }

    ChecklistItem withState(ItemState next, Sealed newReason) {
        return new ChecklistItem(itemId, group, next, uploads, newReason);
    }
}
