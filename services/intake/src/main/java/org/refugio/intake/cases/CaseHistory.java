package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseAction;

/**
 * What people recorded, oldest first; a correction is listed after what it corrects. It is bounded: the events keep
 * everything, this is what the page of the case shows.
 */
public record CaseHistory(List<Entry> entries) {

    static final int LONGEST = 100;

    static final CaseHistory NONE = new CaseHistory(List.of());

    /**
     * One recording.
     *
     * @param day the day that was entered, null where there is none
     * @param by an id, not a name
     * @param correctionReason sealed; null unless it is a correction
     */
    public record Entry(CaseAction action, LocalDate day, Instant at, String by, Sealed correctionReason) {}

    public CaseHistory {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** With one more. */
    public CaseHistory and(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new CaseHistory(more.subList(Math.max(0, more.size() - LONGEST), more.size()));
    }
}
