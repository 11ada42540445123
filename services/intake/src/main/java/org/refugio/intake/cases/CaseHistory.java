package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseAction;

/**
 * What staff recorded, oldest first; a correction is listed after the entry that it corrects. It is bounded; the events
 * keep the complete history.
 */
public record CaseHistory(List<Entry> entries) {

    static final int MAX_ENTRIES = 100;

    static final CaseHistory NONE = new CaseHistory(List.of());

    /**
     * One entry.
     *
     * @param day the recorded day, or null
     * @param by a user id
     * @param correctionReason encrypted; null unless it is a correction
     */
    public record Entry(CaseAction action, LocalDate day, Instant at, String by, Sealed correctionReason) {}

    public CaseHistory {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** Returns the history with one more entry. */
    public CaseHistory with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new CaseHistory(more.subList(Math.max(0, more.size() - MAX_ENTRIES), more.size()));
    }
}
