package org.refugio.scheduling.booking;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Stored;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.Freeing;
import org.refugio.scheduling.appointments.Intent;
import org.refugio.scheduling.appointments.Leases;
import org.refugio.scheduling.appointments.Status;
import org.springframework.stereotype.Component;

/** Ends what a dead or stalled process began: gives attempts up whose time is over, and frees what was given up. */
@Component
public class Sweeper {

    private static final int BATCH = 500;

    private final Aggregates<Appointment> appointments;
    private final Freeing freeing;
    private final RecordAuthorityInterview authority;
    private final Leases leases;

    Sweeper(Aggregates<Appointment> appointments, Freeing freeing, RecordAuthorityInterview authority,
            Leases leases) {
        this.appointments = appointments;
        this.freeing = freeing;
        this.authority = authority;
        this.leases = leases;
    }

    /** Look once at everything that is due. Any number of instances may do so at the same time. */
    public void sweep() {
        List<Stored<Appointment>> unsettled = appointments.where(Filters.eq("state.unsettled", true),
                Sorts.ascending("state.lookAt"), 0, BATCH);
        unsettled.stream().map(Stored::state).filter(each -> !each.lookAt().isAfter(leases.now()))
                .forEach(this::settle);
    }

    private void settle(Appointment found) {
        Intent intent = found.holdings().intent();
        if (intent != null && intent.expired(leases.now())) {
            end(found, intent);
        }
        appointments.find(found.appointmentId()).map(Stored::state).ifPresent(freeing::settle);
        if (!found.collisions().isEmpty() && found.status() == Status.BOOKED) {
            authority.lookAgain(found);
        }
    }

    /** The intent first, the claims afterwards: a claim of an attempt that may still be confirmed is never freed. */
    private void end(Appointment found, Intent intent) {
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
