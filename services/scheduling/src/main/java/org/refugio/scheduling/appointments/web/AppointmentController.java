package org.refugio.scheduling.appointments.web;

import java.time.LocalDate;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.PageNumber;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.CancelAppointment;
import org.refugio.scheduling.appointments.CloseAppointment;
import org.refugio.scheduling.appointments.RecordAnswer;
import org.refugio.scheduling.appointments.queries.AppointmentVisibility;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/appointments")
class AppointmentController {

    private final AppointmentVisibility visibility;
    private final CancelAppointment cancel;
    private final CloseAppointment close;
    private final RecordAnswer answers;

    AppointmentController(AppointmentVisibility visibility, CancelAppointment cancel, CloseAppointment close,
            RecordAnswer answers) {
        this.visibility = visibility;
        this.cancel = cancel;
        this.close = close;
        this.answers = answers;
    }

    @GetMapping
    @RequiresPermission(Permission.READ_SCHEDULE)
    AppointmentView.Page list(Caller caller, @RequestParam(required = false) String office,
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String caseId,
            @PageNumber(size = AppointmentVisibility.PAGE_SIZE) @RequestParam(defaultValue = "0") int page) {
        if (office != null) {
            caller.require(Permission.READ_SCHEDULE, office);
        }
        Set<String> offices = office == null ? caller.officesFor(Permission.READ_SCHEDULE) : Set.of(office);
        return AppointmentView.Page
                .of(visibility.page(caller, offices, AppointmentVisibility.Days.of(from, to), caseId, page),
                        page);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.READ_SCHEDULE)
    ResponseEntity<AppointmentView> read(Caller caller, @PathVariable String id) {
        StoredAggregate<Appointment> found = visibility.require(caller, Permission.READ_SCHEDULE, id);
        return ResponseEntity.ok().eTag(found.state().tag().quoted()).body(AppointmentView.of(found));
    }

    @PostMapping("/{id}/cancel")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    ResponseEntity<CommandReceipt> cancel(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id) {
        visibility.require(caller, Permission.BOOK_APPOINTMENT, id);
        return CommandResponses.of(cancel.handle(id, seen, key, caller.id()));
    }

    @PostMapping("/{id}/held")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    ResponseEntity<CommandReceipt> held(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id) {
        visibility.require(caller, Permission.RECORD_ATTENDANCE, id);
        return CommandResponses.of(close.recordHeld(id, seen, key, caller.id()));
    }

    @PostMapping("/{id}/missed")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    ResponseEntity<CommandReceipt> missed(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id) {
        visibility.require(caller, Permission.RECORD_ATTENDANCE, id);
        return CommandResponses.of(close.recordMissed(id, seen, key, caller.id()));
    }

    @PostMapping("/{id}/confirm")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    ResponseEntity<CommandReceipt> confirm(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id) {
        visibility.require(caller, Permission.RECORD_ATTENDANCE, id);
        return CommandResponses.of(answers.confirm(id, seen, key, caller.id()));
    }
}
