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
 * Carries a durable intent to its end.
 *
 * <p>The order is what makes it safe wherever a process dies: the intent names every claim before the first is taken; the
 * confirmation is one compare-and-set, last, from the very attempt; giving up is a compare-and-set too, and only after
 * it are claims freed. So what an appointment that stands holds was never freed, and what was given up is always named
 * in the state of some appointment, where the sweeper finds it.
 */
@Component
class BookingAttemptExecutor {

    private final AggregateRepository<Appointment> appointments;
    private final ClaimAcquisition taking;
    private final ClaimRelease freeing;
    private final AttemptLeases leases;
    private final DomainClock clock;

    BookingAttemptExecutor(AggregateRepository<Appointment> appointments, ClaimAcquisition taking, ClaimRelease freeing,
            AttemptLeases leases, DomainClock clock) {
        this.appointments = appointments;
        this.taking = taking;
        this.freeing = freeing;
        this.leases = leases;
        this.clock = clock;
    }

    /** Take what the intent wants and confirm it under {@code key}, or let it all go and say what stood against it. */
    CommandOutcome carry(String id, String office, BookingIntent intent, CommandKey key) {
        String bucket = ClaimIds.bucket(office, intent.plan().when().localStart().toLocalDate());
        ClaimResult grip = taking.all(id, bucket, intent.hold());
        CommandOutcome outcome = switch (grip) {
            case ClaimResult.All _ -> appointments.change(id, key, found -> confirm(found, intent.hold().token()));
            case ClaimResult.Conflict conflict -> giveUp(id, intent, conflict);
        };
        if (outcome instanceof CommandOutcome.Refused) {
            freeing.free(intent.hold());
        }
        return outcome;
    }

    private Decision<Appointment> confirm(Appointment found, String token) {
        return found.holdings().awaiting(token)
                ? Decision.changed(dated(found), event(found, dated(found)))
                : Decision.refused(new BookingRefusal.TookTooLong());
    }

    private Appointment dated(Appointment found) {
        return found.dated(List.of(), clock.instant(), leases.now());
    }

    private Event event(Appointment before, Appointment after) {
        return event(before, after, before.holdings().intent().by(), clock);
    }

    /** What others are told when an attempt succeeded. */
    static Event event(Appointment before, Appointment after, String by, DomainClock clock) {
        return before.revision() == 0
                ? new AppointmentBooked(after.details(), by, clock.instant())
                : new AppointmentRescheduled(after.details(), before.plan().when().start(), by, clock.instant());
    }

    private CommandOutcome giveUp(String id, BookingIntent intent, ClaimResult.Conflict conflict) {
        appointments.update(id,
                found -> found.holdings().awaiting(intent.hold().token())
                        ? Decision.changed(found.givingUp(leases.looks()))
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
