package org.refugio.procedure.process;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is recorded of a case: each action with the day of its fact, the newest where there are several. */
public record RecordedActions(Map<CaseAction, LocalDate> days) {

    public static final RecordedActions NONE = new RecordedActions(Map.of());

    public RecordedActions {
        days = Map.copyOf(days);
    }

    /** With one more; nothing changes where the day is null. */
    public RecordedActions with(CaseAction action, LocalDate day) {
        if (day == null) {
            return this;
        }
        Map<CaseAction, LocalDate> more = new EnumMap<>(CaseAction.class);
        more.putAll(days);
        more.put(action, day);
        return new RecordedActions(more);
    }

    /** The day of the fact, if it is recorded. */
    public Optional<LocalDate> on(CaseAction action) {
        return Optional.ofNullable(days.get(action));
    }
}
