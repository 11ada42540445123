package org.refugio.scheduling.booking;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Cleans up after crashed or stalled processes: abandons expired attempts, and releases abandoned claims. */
@Component
public class BookingSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(BookingSweeper.class);
    private static final int BATCH = 500;

    private final AggregateRepository<Appointment> appointments;
    private final ClaimRelease claimRelease;
    private final RecordAuthorityInterview authority;
    private final AttemptLeases leases;

    BookingSweeper(AggregateRepository<Appointment> appointments, ClaimRelease claimRelease,
            RecordAuthorityInterview authority,
            AttemptLeases leases) {
        this.appointments = appointments;
        this.claimRelease = claimRelease;
        this.authority = authority;
        this.leases = leases;
    }

    /** Processes all appointments that are due. Several instances may do so at the same time. */
    public void sweep() {
        List<StoredAggregate<Appointment>> unsettled = appointments.where(Filters.eq("state.unsettled", true),
                Sorts.ascending("state.lookAt"), 0, BATCH);
        unsettled.stream().map(StoredAggregate::state).filter(each -> !each.lookAt().isAfter(leases.now()))
                .forEach(this::processAlone);
    }

    /**
     * A fault of one appointment does not hold back the others; the next sweep tries it again. When the store does not respond,
     * the sweep ends.
     */
    private void processAlone(Appointment found) {
        try {
            process(found);
        } catch (TransientFailure e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("appointment", found.appointmentId())
                    .addKeyValue("fault", e.getClass().getSimpleName()).log("an appointment could not be swept");
        }
    }

    private void process(Appointment found) {
        BookingIntent intent = found.holdings().intent();
        if (intent != null && intent.expired(leases.now())) {
            abandon(found, intent);
        }
        appointments.find(found.appointmentId()).map(StoredAggregate::state)
                .ifPresent(claimRelease::releaseDueAndUpdate);
        if (!found.collisions().isEmpty() && found.status() == AppointmentStatus.BOOKED
                && !found.collisionChecks().next().isAfter(leases.now())) {
            authority.updateCollisions(found);
        }
    }

    /**
     * The intent is abandoned before its claims are released, so that a claim of an attempt that may still be confirmed
     * is never released.
     */
    private void abandon(Appointment found, BookingIntent intent) {
        if (found.setByAuthority()) {
            authority.complete(found.appointmentId());
        } else {
            appointments.update(found.appointmentId(),
                    now -> now.holdings().isAttempting(intent.hold().token())
                            ? Decision.changed(now.withAttemptAbandoned(leases.releaseTimes()))
                            : Decision.unchanged());
        }
    }
}
