package org.refugio.scheduling.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.locks.LockSupport;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.appointments.AppointmentSubject;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.cases.KnownCase;
import org.springframework.stereotype.Component;

/** Books an appointment with all its resources, or not at all. */
@Component
public class BookAppointment {

    private static final Duration CONCURRENT_REQUEST_WAIT = Duration.ofSeconds(1);
    private static final long POLL_NANOS = 20_000_000;

    private final AggregateRepository<Appointment> appointments;
    private final BookingRules rules;
    private final BookingAttemptExecutor executor;
    private final AttemptLeases leases;

    BookAppointment(AggregateRepository<Appointment> appointments, BookingRules rules, BookingAttemptExecutor executor,
            AttemptLeases leases) {
        this.appointments = appointments;
        this.rules = rules;
        this.executor = executor;
        this.leases = leases;
    }

    /**
     * What to book.
     *
     * @param kind the id of a kind of appointment that staff may book
     * @param interpreterId only where one is needed
     */
    public record Command(@NotBlank String caseId, @NotBlank String kind, @NotNull LocalDateTime localStart,
            int minutes, @NotBlank String lawyerId, String interpreterId, @NotBlank String roomId) {

        BookingRequest request() {
            return new BookingRequest(AppointmentKind.withId(kind), localStart, minutes, lawyerId,
                    interpreterId == null || interpreterId.isBlank() ? null : interpreterId, roomId);
        }
    }

    /**
     * Books the appointment. A repeated key gets the same response once the appointment is booked; until then the
     * booking is attempted again, because the process of the first attempt may have crashed.
     */
    public CommandOutcome handle(Command command, KnownCase about, CommandKey key, String by) {
        CommandKey confirmation = new CommandKey(key.key() + "|booked", key.fingerprint());
        BookingAttempt attempt = BookingAttempt.by(by);
        CommandOutcome intended = appointments.create(key, id -> intend(id, command, about, attempt));
        if (!(intended instanceof CommandOutcome.Done done)) {
            return intended;
        }
        String id = done.receipt().aggregate();
        Appointment found = awaitConcurrentRequest(id, attempt);
        if (!found.holdings().isAttempting(attempt.token()) && !found.status().committed()) {
            CommandOutcome again = appointments.update(id, now -> intendAgain(now, command, about, attempt));
            if (!(again instanceof CommandOutcome.Done)) {
                return again;
            }
            found = appointments.find(id).map(StoredAggregate::state).orElseThrow();
        }
        if (found.status().committed()) {
            return appointments.change(id, confirmation, _ -> Decision.unchanged());
        }
        BookingIntent intent = found.holdings().intent();
        return intent == null || !intent.hold().token().equals(attempt.token())
                ? new CommandOutcome.Refused(new BookingRefusal.BeingChanged())
                : executor.execute(id, about.office(), intent, confirmation);
    }

    /** The same command may run concurrently: the second request waits briefly for the first, then takes over. */
    private Appointment awaitConcurrentRequest(String id, BookingAttempt attempt) {
        Instant deadline = Instant.now().plus(CONCURRENT_REQUEST_WAIT);
        while (true) {
            Appointment found = appointments.find(id).map(StoredAggregate::state).orElseThrow();
            if (found.holdings().isAttempting(attempt.token()) || found.status() != AppointmentStatus.PENDING
                    || Instant.now().isAfter(deadline)) {
                return found;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Decision<Appointment> intend(String id, Command command, KnownCase about, BookingAttempt attempt) {
        return switch (rules.check(about, command.request())) {
            case BookingCheck.Refused refused -> Decision.refused(refused.refusal());
            case BookingCheck.Accepted accepted -> Decision.changed(Appointment.requested(id,
                    new AppointmentSubject(about.caseId(), about.office(), command.kind(), about.language()),
                    attempt.intent(accepted.plan(), accepted.plan().claims(about.caseId()), leases)));
        };
    }

    private Decision<Appointment> intendAgain(Appointment found, Command command, KnownCase about,
            BookingAttempt attempt) {
        if (found.status().committed()) {
            return Decision.unchanged();
        }
        return switch (rules.check(about, command.request())) {
            case BookingCheck.Refused refused -> Decision.refused(refused.refusal());
            case BookingCheck.Accepted accepted -> Decision.changed(found.withAttempt(
                    attempt.intent(accepted.plan(), accepted.plan().claims(about.caseId()), leases),
                    leases.releaseTimes()));
        };
    }
}
