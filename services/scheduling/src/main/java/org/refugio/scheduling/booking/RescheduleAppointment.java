package org.refugio.scheduling.booking;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentPlan;
import org.refugio.scheduling.appointments.AppointmentRefusal;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.refugio.scheduling.cases.KnownCase;
import org.springframework.stereotype.Component;

/** Moves an appointment: the old date is valid until the new one holds all its claims. */
@Component
public class RescheduleAppointment {

    private final AggregateRepository<Appointment> appointments;
    private final BookingRules rules;
    private final BookingAttemptExecutor executor;
    private final ClaimRelease claimRelease;
    private final AttemptLeases leases;

    RescheduleAppointment(AggregateRepository<Appointment> appointments, BookingRules rules,
            BookingAttemptExecutor executor,
            ClaimRelease claimRelease, AttemptLeases leases) {
        this.appointments = appointments;
        this.rules = rules;
        this.executor = executor;
        this.claimRelease = claimRelease;
        this.leases = leases;
    }

    /** The new date; a null member keeps its value. */
    public record Command(@NotNull LocalDateTime localStart, Integer minutes, String lawyerId, String interpreterId,
            String roomId) {

        BookingRequest request(Appointment found) {
            AppointmentPlan now = found.plan();
            return new BookingRequest(AppointmentKind.withId(found.about().kind()), localStart,
                    Objects.requireNonNullElse(minutes, now.when().minutes()), orCurrent(lawyerId, now.lawyerId()),
                    orCurrent(interpreterId, now.interpreterId()), orCurrent(roomId, now.roomId()));
        }

        private static String orCurrent(String requested, String current) {
            return requested == null || requested.isBlank() ? current : requested;
        }
    }

    /**
     * Who moves the appointment, in view of what.
     *
     * @param seen the date, the status and the answer that the person saw
     */
    public record Sender(String by, EntityTag seen) {}

    public CommandOutcome handle(String id, Command command, KnownCase about, CommandKey key, Sender sender) {
        CommandOutcome repeated = appointments.change(id, key,
                _ -> Decision.refused(new BookingRefusal.BeingChanged()));
        boolean firstTime = repeated instanceof CommandOutcome.Refused refused
                && refused.refusal() instanceof BookingRefusal.BeingChanged;
        if (!firstTime) {
            return repeated;
        }
        BookingAttempt attempt = BookingAttempt.by(sender.by());
        CommandOutcome intended = appointments.update(id, found -> outdated(found, sender.seen())
                .<Decision<Appointment>>map(Decision::refused)
                .orElseGet(() -> intend(found, command, about, attempt)));
        if (!(intended instanceof CommandOutcome.Done)) {
            return intended;
        }
        BookingIntent intent = appointments.find(id).map(StoredAggregate::state).orElseThrow().holdings().intent();
        if (intent == null || !intent.hold().token().equals(attempt.token())) {
            return new CommandOutcome.Refused(new BookingRefusal.TookTooLong());
        }
        CommandOutcome outcome = executor.execute(id, about.office(), intent, key);
        if (outcome instanceof CommandOutcome.Done) {
            claimRelease.releaseDue(id);
        }
        return outcome;
    }

    private static Optional<AppointmentRefusal> outdated(Appointment found, EntityTag seen) {
        return found.outdated(seen, Appointment.DATE, Appointment.STATUS, Appointment.ANSWER);
    }

    private Decision<Appointment> intend(Appointment found, Command command, KnownCase about, BookingAttempt attempt) {
        if (found.setByAuthority()) {
            return Decision.refused(new AppointmentRefusal.SetByAuthority());
        }
        if (found.status() != AppointmentStatus.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        BookingIntent inProgress = found.holdings().intent();
        if (inProgress != null && !inProgress.expired(leases.now())) {
            return Decision.refused(new BookingRefusal.BeingChanged());
        }
        return switch (rules.check(about, command.request(found))) {
            case BookingCheck.Refused refused -> Decision.refused(refused.refusal());
            case BookingCheck.Accepted accepted -> Decision.changed(found.withAttempt(
                    attempt.intent(accepted.plan(), additionalClaims(found, accepted.plan()), leases),
                    leases.releaseTimes()));
        };
    }

    private static List<String> additionalClaims(Appointment found, AppointmentPlan plan) {
        Set<String> held = found.holdings().heldIds();
        return plan.claims(found.about().caseId()).stream().filter(each -> !held.contains(each)).toList();
    }
}
