package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseAction;

/**
 * What staff recorded, oldest first; a correction is listed after the entry that it corrects. It is bounded; the events
 * keep the complete history.
 *
 * @param counts how often each action was recorded, also those whose entries are no longer kept
 */
public record CaseHistory(List<Entry> entries, Map<CaseAction, Integer> counts) {

    static final int MAX_ENTRIES = 100;

    static final CaseHistory NONE = new CaseHistory(List.of(), Map.of());

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
        counts = counts == null ? counted(entries) : Map.copyOf(counts);
    }

    /** Returns the history with one more entry. */
    public CaseHistory with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        Map<CaseAction, Integer> total = new EnumMap<>(CaseAction.class);
        total.putAll(counts);
        total.merge(entry.action(), 1, Integer::sum);
        return new CaseHistory(more.subList(Math.max(0, more.size() - MAX_ENTRIES), more.size()), total);
    }

    /** How often this action was recorded. */
    int count(CaseAction action) {
        return counts.getOrDefault(action, 0);
    }

    /** The last entry of this action. */
    Optional<Entry> last(CaseAction action) {
        return entries.reversed().stream().filter(each -> each.action() == action).findFirst();
    }

    private static Map<CaseAction, Integer> counted(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::action, _ -> 1, Integer::sum));
    }
}
