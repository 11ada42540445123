package org.refugio.scheduling.booking;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
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

/** Moves an appointment: the old date stands until the new one holds all that it needs. */
@Component
public class RescheduleAppointment {

    private final AggregateRepository<Appointment> appointments;
    private final BookingRules rules;
    private final BookingAttemptExecutor carrying;
    private final ClaimRelease freeing;
    private final AttemptLeases leases;

    RescheduleAppointment(AggregateRepository<Appointment> appointments, BookingRules rules,
            BookingAttemptExecutor carrying,
            ClaimRelease freeing, AttemptLeases leases) {
        this.appointments = appointments;
        this.rules = rules;
        this.carrying = carrying;
        this.freeing = freeing;
        this.leases = leases;
    }

    /** Where to; what is null stays as it is. {@code seenRevision} is the date that the user looked at. */
    public record Command(@NotNull LocalDateTime localStart, Integer minutes, String lawyerId, String interpreterId,
            String roomId, int seenRevision) {

        BookingRequest wish(Appointment found) {
            AppointmentPlan now = found.plan();
            return new BookingRequest(AppointmentKind.withId(found.about().kind()), localStart,
                    Objects.requireNonNullElse(minutes, now.when().minutes()), other(lawyerId, now.lawyerId()),
                    other(interpreterId, now.interpreterId()), other(roomId, now.roomId()));
        }

        private static String other(String wanted, String now) {
            return wanted == null || wanted.isBlank() ? now : wanted;
        }
    }

    public CommandOutcome handle(String id, Command command, KnownCase about, CommandKey key, String by) {
        CommandOutcome repeated = appointments.change(id, key,
                _ -> Decision.refused(new BookingRefusal.BeingChanged()));
        boolean firstTime = repeated instanceof CommandOutcome.Refused refused
                && refused.refusal() instanceof BookingRefusal.BeingChanged;
        if (!firstTime) {
            return repeated;
        }
        BookingAttempt attempt = BookingAttempt.by(by);
        CommandOutcome intended = appointments.update(id, found -> intend(found, command, about, attempt));
        if (!(intended instanceof CommandOutcome.Done)) {
            return intended;
        }
        BookingIntent intent = appointments.find(id).map(StoredAggregate::state).orElseThrow().holdings().intent();
        if (intent == null || !intent.hold().token().equals(attempt.token())) {
            return new CommandOutcome.Refused(new BookingRefusal.TookTooLong());
        }
        CommandOutcome outcome = carrying.carry(id, about.office(), intent, key);
        if (outcome instanceof CommandOutcome.Done) {
            freeing.due(id);
        }
        return outcome;
    }

    private Decision<Appointment> intend(Appointment found, Command command, KnownCase about, BookingAttempt attempt) {
        if (found.setByAuthority()) {
            return Decision.refused(new AppointmentRefusal.SetByAuthority());
        }
        if (found.status() != AppointmentStatus.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        if (found.revision() != command.seenRevision()) {
            return Decision.refused(new AppointmentRefusal.ChangedMeanwhile(found.revision()));
        }
        BookingIntent going = found.holdings().intent();
        if (going != null && !going.expired(leases.now())) {
            return Decision.refused(new BookingRefusal.BeingChanged());
        }
        return switch (rules.check(about, command.wish(found))) {
            case BookingCheck.Against against -> Decision.refused(against.refusal());
            case BookingCheck.Fits fits -> Decision.changed(found.attempting(
                    attempt.intent(fits.plan(), besides(found, fits.plan()), leases), leases.looks()));
        };
    }

    private static List<String> besides(Appointment found, AppointmentPlan plan) {
        Set<String> held = found.holdings().heldIds();
        return plan.claims(found.about().caseId()).stream().filter(each -> !held.contains(each)).toList();
    }
}
