package org.refugio.scheduling.booking;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.refugio.messaging.Stored;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentRefusal;
import org.refugio.scheduling.appointments.Freeing;
import org.refugio.scheduling.appointments.Intent;
import org.refugio.scheduling.appointments.Leases;
import org.refugio.scheduling.appointments.Plan;
import org.refugio.scheduling.appointments.Status;
import org.refugio.scheduling.cases.KnownCase;
import org.springframework.stereotype.Component;

/** Moves an appointment: the old date stands until the new one holds all that it needs. */
@Component
public class RescheduleAppointment {

    private final Aggregates<Appointment> appointments;
    private final BookingRules rules;
    private final Carrying carrying;
    private final Freeing freeing;
    private final Leases leases;

    RescheduleAppointment(Aggregates<Appointment> appointments, BookingRules rules, Carrying carrying,
            Freeing freeing, Leases leases) {
        this.appointments = appointments;
        this.rules = rules;
        this.carrying = carrying;
        this.freeing = freeing;
        this.leases = leases;
    }

    /** Where to; what is null stays as it is. {@code seenRevision} is the date that the user looked at. */
    public record Command(@NotNull LocalDateTime localStart, Integer minutes, String lawyerId, String interpreterId,
            String roomId, int seenRevision) {

        Wish wish(Appointment found) {
            Plan now = found.plan();
            return new Wish(found.about().kind(), localStart,
                    Objects.requireNonNullElse(minutes, now.when().minutes()), other(lawyerId, now.lawyerId()),
                    other(interpreterId, now.interpreterId()), other(roomId, now.roomId()));
        }

        private static String other(String wanted, String now) {
            return wanted == null || wanted.isBlank() ? now : wanted;
        }
    }

    public Outcome handle(String id, Command command, KnownCase about, CommandKey key, String by) {
        Outcome repeated = appointments.change(id, key, _ -> Decision.refused(new BookingRefusal.BeingChanged()));
        boolean firstTime = repeated instanceof Outcome.Refused refused
                && refused.refusal() instanceof BookingRefusal.BeingChanged;
        if (!firstTime) {
            return repeated;
        }
        Attempt attempt = Attempt.by(by);
        Outcome intended = appointments.update(id, found -> intend(found, command, about, attempt));
        if (!(intended instanceof Outcome.Done)) {
            return intended;
        }
        Intent intent = appointments.find(id).map(Stored::state).orElseThrow().holdings().intent();
        if (intent == null || !intent.hold().token().equals(attempt.token())) {
            return new Outcome.Refused(new BookingRefusal.TookTooLong());
        }
        Outcome outcome = carrying.carry(id, about.office(), intent, key);
        if (outcome instanceof Outcome.Done) {
            freeing.due(id);
        }
        return outcome;
    }

    private Decision<Appointment> intend(Appointment found, Command command, KnownCase about, Attempt attempt) {
        if (found.setByAuthority()) {
            return Decision.refused(new AppointmentRefusal.SetByAuthority());
        }
        if (found.status() != Status.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        if (found.revision() != command.seenRevision()) {
            return Decision.refused(new AppointmentRefusal.ChangedMeanwhile(found.revision()));
        }
        Intent going = found.holdings().intent();
        if (going != null && !going.expired(leases.now())) {
            return Decision.refused(new BookingRefusal.BeingChanged());
        }
        return switch (rules.check(about, command.wish(found))) {
            case Checked.Against against -> Decision.refused(against.refusal());
            case Checked.Fits fits -> Decision.changed(found.attempting(
                    attempt.intent(fits.plan(), besides(found, fits.plan()), leases), leases.looks()));
        };
    }

    private static List<String> besides(Appointment found, Plan plan) {
        Set<String> held = found.holdings().heldIds();
        return plan.claims(found.about().caseId()).stream().filter(each -> !held.contains(each)).toList();
    }
}
