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
public record Line(String itemId, String group, LineState state, List<Upload> uploads, Sealed reason) {

    static Line missing(String itemId, String group) {
        return new Line(itemId, group, LineState.MISSING, List.of(), null);
    }

    /** The file that counts. */
    public Optional<Upload> newest() {
        return uploads.isEmpty() ? Optional.empty() : Optional.of(uploads.getLast());
    }

    Line with(Upload upload) {
        List<Upload> more = new ArrayList<>(uploads);
        more.add(upload);
        return new Line(itemId, group, LineState.UPLOADED, more, null);
    }

    Line now(LineState next, Sealed why) {
        return new Line(itemId, group, next, uploads, why);
    }
}
