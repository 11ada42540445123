package org.refugio.scheduling.booking;

import java.time.LocalDateTime;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.slots.FindSlots;
import org.springframework.stereotype.Component;

/** Adds to a refusal what would have been free. */
@Component
public class SlotAlternatives {

    private final FindSlots slots;

    SlotAlternatives(FindSlots slots) {
        this.slots = slots;
    }

    /** The outcome itself, with alternatives from the day that was asked for on where something was taken. */
    public CommandOutcome to(CommandOutcome outcome, KnownCase about, String kind, LocalDateTime asked,
            int minutes) {
        return outcome instanceof CommandOutcome.Refused(BookingRefusal.AlreadyTaken taken)
                ? new CommandOutcome.Refused(new BookingRefusal.AlreadyTaken(taken.taken(),
                        slots.free(FindSlots.Query.of(about, AppointmentKind.withId(kind).orElseThrow(),
                                asked.toLocalDate().atStartOfDay(), minutes))))
                : outcome;
    }
}
