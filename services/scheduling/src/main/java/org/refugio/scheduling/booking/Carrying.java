package org.refugio.scheduling.booking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.SchedulingEvent.AppointmentBooked;
import org.refugio.contracts.SchedulingEvent.AppointmentRescheduled;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.Freeing;
import org.refugio.scheduling.appointments.Intent;
import org.refugio.scheduling.appointments.Leases;
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
class Carrying {

    private final Aggregates<Appointment> appointments;
    private final Taking taking;
    private final Freeing freeing;
    private final Leases leases;
    private final DomainClock clock;

    Carrying(Aggregates<Appointment> appointments, Taking taking, Freeing freeing, Leases leases, DomainClock clock) {
        this.appointments = appointments;
        this.taking = taking;
        this.freeing = freeing;
        this.leases = leases;
        this.clock = clock;
    }

    /** Take what the intent wants and confirm it under {@code key}, or let it all go and say what stood against it. */
    Outcome carry(String id, String office, Intent intent, CommandKey key) {
        String bucket = ClaimIds.bucket(office, intent.plan().when().localStart().toLocalDate());
        Grip grip = taking.all(id, bucket, intent.hold());
        Outcome outcome = switch (grip) {
            case Grip.All _ -> appointments.change(id, key, found -> confirm(found, intent.hold().token()));
            case Grip.Conflict conflict -> giveUp(id, intent, conflict);
        };
        if (outcome instanceof Outcome.Refused) {
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

    private Outcome giveUp(String id, Intent intent, Grip.Conflict conflict) {
        appointments.update(id,
                found -> found.holdings().awaiting(intent.hold().token())
                        ? Decision.changed(found.givingUp(leases.looks()))
                        : Decision.unchanged());
        return new Outcome.Refused(new BookingRefusal.AlreadyTaken(taken(conflict, intent), List.of()));
    }

    private static List<Taken> taken(Grip.Conflict conflict, Intent intent) {
        Map<String, Taken> byHolder = new TreeMap<>();
        conflict.claimIds().stream().map(ClaimIds::holderOf).forEach(
                holder -> byHolder.put(holder, ClaimIds.isCase(holder)
                        ? new Taken("APPLICANT", ClaimIds.caseOf(holder))
                        : new Taken(kindOf(holder, intent), holder)));
        return List.copyOf(byHolder.values());
    }

    private static String kindOf(String holder, Intent intent) {
        if (Objects.equals(holder, intent.plan().lawyerId())) {
            return "LAWYER";
        }
        return Objects.equals(holder, intent.plan().roomId()) ? "ROOM" : "INTERPRETER";
    }
}
