package org.refugio.scheduling.booking.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.queries.AppointmentVisibility;
import org.refugio.scheduling.booking.BookAppointment;
import org.refugio.scheduling.booking.RescheduleAppointment;
import org.refugio.scheduling.booking.SlotAlternatives;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.cases.KnownCases;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/appointments")
class BookingController {

    private final AppointmentVisibility visibility;
    private final KnownCases cases;
    private final BookAppointment book;
    private final RescheduleAppointment reschedule;
    private final SlotAlternatives alternatives;

    BookingController(AppointmentVisibility visibility, KnownCases cases, BookAppointment book,
            RescheduleAppointment reschedule,
            SlotAlternatives alternatives) {
        this.visibility = visibility;
        this.cases = cases;
        this.book = book;
        this.reschedule = reschedule;
        this.alternatives = alternatives;
    }

    @PostMapping
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    ResponseEntity<CommandReceipt> book(Caller caller, CommandKey key,
            @Valid @RequestBody BookAppointment.Command command) {
        KnownCase about = cases.find(command.caseId()).orElseThrow(NotVisible::new);
        caller.require(Permission.BOOK_APPOINTMENT, about.office());
        CommandOutcome outcome = book.handle(command, about, key, caller.id());
        return CommandResponses.of(
                alternatives.addTo(outcome, about, command.kind(), command.localStart(), command.minutes()));
    }

    @PostMapping("/{id}/reschedule")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    ResponseEntity<CommandReceipt> reschedule(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id,
            @Valid @RequestBody RescheduleAppointment.Command command) {
        Appointment found = visibility.require(caller, Permission.BOOK_APPOINTMENT, id).state();
        KnownCase about = cases.find(found.about().caseId()).orElseThrow(NotVisible::new);
        CommandOutcome outcome = reschedule.handle(id, command, about, key,
                new RescheduleAppointment.Sender(caller.id(), seen));
        return CommandResponses.of(alternatives.addTo(outcome, about, found.about().kind(), command.localStart(),
                Objects.requireNonNullElse(command.minutes(), found.plan().when().minutes())));
    }
}
