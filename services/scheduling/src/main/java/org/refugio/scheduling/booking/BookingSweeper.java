package org.refugio.scheduling.booking;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.springframework.stereotype.Component;

/** Ends what a dead or stalled process began: gives attempts up whose time is over, and frees what was given up. */
@Component
public class BookingSweeper {

    private static final int BATCH = 500;

    private final AggregateRepository<Appointment> appointments;
    private final ClaimRelease freeing;
    private final RecordAuthorityInterview authority;
    private final AttemptLeases leases;

    BookingSweeper(AggregateRepository<Appointment> appointments, ClaimRelease freeing,
            RecordAuthorityInterview authority,
            AttemptLeases leases) {
        this.appointments = appointments;
        this.freeing = freeing;
        this.authority = authority;
        this.leases = leases;
    }

    /** Look once at everything that is due. Any number of instances may do so at the same time. */
    public void sweep() {
        List<StoredAggregate<Appointment>> unsettled = appointments.where(Filters.eq("state.unsettled", true),
                Sorts.ascending("state.lookAt"), 0, BATCH);
        unsettled.stream().map(StoredAggregate::state).filter(each -> !each.lookAt().isAfter(leases.now()))
                .forEach(this::settle);
    }

    private void settle(Appointment found) {
        BookingIntent intent = found.holdings().intent();
        if (intent != null && intent.expired(leases.now())) {
            end(found, intent);
        }
        appointments.find(found.appointmentId()).map(StoredAggregate::state).ifPresent(freeing::settle);
        if (!found.collisions().isEmpty() && found.status() == AppointmentStatus.BOOKED) {
            authority.lookAgain(found);
        }
    }

    /** The intent first, the claims afterwards: a claim of an attempt that may still be confirmed is never freed. */
    private void end(Appointment found, BookingIntent intent) {
        if (found.setByAuthority()) {
            authority.complete(found.appointmentId());
        } else {
            appointments.update(found.appointmentId(),
                    now -> now.holdings().awaiting(intent.hold().token())
                            ? Decision.changed(now.givingUp(leases.looks()))
                            : Decision.unchanged());
        }
    }
}
