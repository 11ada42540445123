package org.refugio.scheduling.booking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.SchedulingEvent.AppointmentBooked;
import org.refugio.contracts.SchedulingEvent.AppointmentRescheduled;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.refugio.scheduling.booking.BookingRefusal.AlreadyTaken.Taken;
import org.refugio.scheduling.claims.ClaimIds;
import org.springframework.stereotype.Component;

/**
 * Executes a stored booking intent.
 *
 * <p>The order makes it safe against a crash at any point: the intent lists every claim before the first is taken; the
 * confirmation is the last step, one compare-and-set conditional on this attempt; abandoning is a compare-and-set too,
 * and claims are released only after it. Therefore the claims of a booked appointment are never released, and abandoned
 * claims are always listed in the state of an appointment, where the sweeper finds them.
 */
@Component
class BookingAttemptExecutor {

    private final AggregateRepository<Appointment> appointments;
    private final ClaimAcquisition claimAcquisition;
    private final ClaimRelease claimRelease;
    private final AttemptLeases leases;
    private final DomainClock clock;

    BookingAttemptExecutor(AggregateRepository<Appointment> appointments, ClaimAcquisition claimAcquisition,
            ClaimRelease claimRelease,
            AttemptLeases leases, DomainClock clock) {
        this.appointments = appointments;
        this.claimAcquisition = claimAcquisition;
        this.claimRelease = claimRelease;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Takes the claims of the intent and confirms the appointment under {@code key}, or releases all of them and
     * reports the conflict.
     */
    CommandOutcome execute(String id, String office, BookingIntent intent, CommandKey key) {
        String bucket = ClaimIds.bucket(office, intent.plan().when().localStart().toLocalDate());
        ClaimResult result = claimAcquisition.takeAll(id, bucket, intent.hold());
        CommandOutcome outcome = switch (result) {
            case ClaimResult.All _ -> appointments.change(id, key, found -> confirm(found, intent.hold().token()));
            case ClaimResult.Conflict conflict -> abandon(id, intent, conflict);
        };
        if (outcome instanceof CommandOutcome.Refused) {
            claimRelease.release(intent.hold());
        }
        return outcome;
    }

    private Decision<Appointment> confirm(Appointment found, String token) {
        return found.holdings().isAttempting(token)
                ? Decision.changed(dated(found), event(found, dated(found)))
                : Decision.refused(new BookingRefusal.TookTooLong());
    }

    private Appointment dated(Appointment found) {
        return found.dated(List.of(), clock.instant(), leases.now());
    }

    private Event event(Appointment before, Appointment after) {
        return event(before, after, before.holdings().intent().by(), clock);
    }

    /** The event of a successful attempt. */
    static Event event(Appointment before, Appointment after, String by, DomainClock clock) {
        return before.revision() == 0
                ? new AppointmentBooked(after.details(), by, clock.instant())
                : new AppointmentRescheduled(after.details(), before.plan().when().start(), by, clock.instant());
    }

    private CommandOutcome abandon(String id, BookingIntent intent, ClaimResult.Conflict conflict) {
        appointments.update(id,
                found -> found.holdings().isAttempting(intent.hold().token())
                        ? Decision.changed(found.withAttemptAbandoned(leases.releaseTimes()))
                        : Decision.unchanged());
        return new CommandOutcome.Refused(new BookingRefusal.AlreadyTaken(taken(conflict, intent), List.of()));
    }

    private static List<Taken> taken(ClaimResult.Conflict conflict, BookingIntent intent) {
        Map<String, Taken> byHolder = new TreeMap<>();
        conflict.claimIds().stream().map(ClaimIds::holderOf).forEach(
                holder -> byHolder.put(holder, ClaimIds.isCase(holder)
                        ? new Taken("APPLICANT", ClaimIds.caseOf(holder))
                        : new Taken(kindOf(holder, intent), holder)));
        return List.copyOf(byHolder.values());
    }

    private static String kindOf(String holder, BookingIntent intent) {
        if (Objects.equals(holder, intent.plan().lawyerId())) {
            return "LAWYER";
        }
        return Objects.equals(holder, intent.plan().roomId()) ? "ROOM" : "INTERPRETER";
    }
}
