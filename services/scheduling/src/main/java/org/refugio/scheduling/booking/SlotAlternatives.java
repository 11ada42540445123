package org.refugio.scheduling.booking;

import java.time.LocalDateTime;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.slots.FindSlots;
import org.springframework.stereotype.Component;

/** Adds free slots to a refusal. */
@Component
public class SlotAlternatives {

    private final FindSlots slots;

    SlotAlternatives(FindSlots slots) {
        this.slots = slots;
    }

    /** The outcome, with alternatives from the requested day on where a resource was taken. */
    public CommandOutcome addTo(CommandOutcome outcome, KnownCase about, String kind, LocalDateTime requested,
            int minutes) {
        return outcome instanceof CommandOutcome.Refused(BookingRefusal.AlreadyTaken taken)
                ? new CommandOutcome.Refused(new BookingRefusal.AlreadyTaken(taken.taken(),
                        slots.find(FindSlots.Query.of(about, AppointmentKind.withId(kind).orElseThrow(),
                                requested.toLocalDate().atStartOfDay(), minutes))))
                : outcome;
    }
}
