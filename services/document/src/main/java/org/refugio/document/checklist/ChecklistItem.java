package org.refugio.document.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.Sealed;

/**
 * A line of the checklist with every file that came for it; the newest counts.
 *
 * @param reason why it was returned or waived, sealed; null otherwise
 */
public record ChecklistItem(String itemId, String group, ItemState state, List<Upload> uploads, Sealed reason) {

    static ChecklistItem missing(String itemId, String group) {
        return new ChecklistItem(itemId, group, ItemState.MISSING, List.of(), null);
    }

    /** The file that counts. */
    public Optional<Upload> newest() {
        return uploads.isEmpty() ? Optional.empty() : Optional.of(uploads.getLast());
    }

    ChecklistItem with(Upload upload) {
        List<Upload> more = new ArrayList<>(uploads);
        more.add(upload);
        return new ChecklistItem(itemId, group, ItemState.UPLOADED, more, null);
    }

    ChecklistItem now(ItemState next, Sealed why) {
        return new ChecklistItem(itemId, group, next, uploads, why);
    }
}
