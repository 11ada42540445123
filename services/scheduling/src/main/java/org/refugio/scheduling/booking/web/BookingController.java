package org.refugio.scheduling.booking.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.refugio.access.Answers;
import org.refugio.access.Caller;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Outcome;
import org.refugio.messaging.Saved;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.Visible;
import org.refugio.scheduling.booking.Alternatives;
import org.refugio.scheduling.booking.BookAppointment;
import org.refugio.scheduling.booking.RescheduleAppointment;
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

    private final Visible visible;
    private final KnownCases cases;
    private final BookAppointment book;
    private final RescheduleAppointment reschedule;
    private final Alternatives alternatives;

    BookingController(Visible visible, KnownCases cases, BookAppointment book, RescheduleAppointment reschedule,
            Alternatives alternatives) {
        this.visible = visible;
        this.cases = cases;
        this.book = book;
        this.reschedule = reschedule;
        this.alternatives = alternatives;
    }

    @PostMapping
    @Needs(Permission.BOOK_APPOINTMENT)
    ResponseEntity<Saved> book(Caller caller, CommandKey key, @Valid @RequestBody BookAppointment.Command command) {
        KnownCase about = cases.find(command.caseId()).orElseThrow(NotYours::new);
        caller.require(Permission.BOOK_APPOINTMENT, about.office());
        Outcome outcome = book.handle(command, about, key, caller.id());
        return Answers.of(
                alternatives.to(outcome, about, command.kind(), command.localStart(), command.minutes()));
    }

    @PostMapping("/{id}/reschedule")
    @Needs(Permission.BOOK_APPOINTMENT)
    ResponseEntity<Saved> reschedule(Caller caller, CommandKey key, @PathVariable String id,
            @Valid @RequestBody RescheduleAppointment.Command command) {
        Appointment found = visible.require(caller, Permission.BOOK_APPOINTMENT, id).state();
        KnownCase about = cases.find(found.about().caseId()).orElseThrow(NotYours::new);
        Outcome outcome = reschedule.handle(id, command, about, key, caller.id());
        return Answers.of(alternatives.to(outcome, about, found.about().kind(), command.localStart(),
                Objects.requireNonNullElse(command.minutes(), found.plan().when().minutes())));
    }
}
