package org.refugio.notification.plans;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The reminder plans of all appointments. */
@Component
public class ReminderPlans {

    private final AggregateRepository<ReminderPlan> plans;
    private final DueMinuteIndex dueMinutes;
    private final DomainClock clock;

    ReminderPlans(AggregateRepositoryFactory factory, DueMinuteIndex dueMinutes, DomainClock clock) {
        this.plans = factory.of("plans", ReminderPlan.class, ReminderPlan::caseId, Indexes.ascending("state.buckets"));
        this.dueMinutes = dueMinutes;
        this.clock = clock;
    }

    public Optional<ReminderPlan> find(String appointmentId) {
        return plans.find(appointmentId).map(StoredAggregate::state);
    }

    public void booked(AppointmentDetails appointment, EventOrigin source) {
        List<PlannedMessage> messages = ReminderSchedule.forNew(appointment, clock.instant());
        ReminderPlan planned = ReminderPlan.of(appointment, messages);
        plans.reactByCreating(appointment.appointmentId(), source, found -> Decision.changed(found.orElse(planned)));
        dueMinutes.add(planned.buckets()); // also when the event was applied before, as below
    }

    public void rescheduled(AppointmentDetails appointment, EventOrigin source) {
        List<PlannedMessage> messages = ReminderSchedule.forRescheduled(appointment, clock.instant());
        react(appointment.appointmentId(), source, ReminderPlan.of(appointment, messages),
                found -> found.rescheduled(appointment, messages));
    }

    public void cancelled(String appointmentId, int revision, EventOrigin source) {
        react(appointmentId, source, null,
                found -> found.ended(ReminderSchedule.forCancelled(found.appointment(), revision, clock.instant())));
    }

    public void ended(String appointmentId, EventOrigin source) {
        react(appointmentId, source, null, found -> found.ended(List.of()));
    }

    public void answered(String appointmentId, int revision, String answer, EventOrigin source) {
        react(appointmentId, source, null,
                found -> found.appointment().revision() == revision ? found.answered(answer) : found);
    }

    /** An answer that this service received: it is shown at once, before scheduling's event reports the same. */
    public void answeredHere(String appointmentId, int revision, String answer) {
        plans.update(appointmentId, found -> found.appointment().revision() == revision
                ? Decision.changed(found.answered(answer))
                : Decision.unchanged());
    }

    /** Plans with messages planned in this minute, in no particular order. */
    public List<ReminderPlan> plannedIn(String minute, int skip, int limit) {
        return plans.where(Filters.eq("state.buckets", minute), null, skip, limit).stream().map(StoredAggregate::state)
                .toList();
    }

    /** Stores the new states of these messages. */
    public void settle(String appointmentId, Collection<PlannedMessage> settled) {
        plans.update(appointmentId, found -> Decision.changed(found.withSettled(settled)));
    }

    private void react(String id, EventOrigin source, ReminderPlan initial, UnaryOperator<ReminderPlan> change) {
        AtomicReference<ReminderPlan> written = new AtomicReference<>();
        plans.react(id, source, found -> {
            written.set(found.map(change).orElse(initial));
            return written.get() == null ? Decision.unchanged() : Decision.changed(written.get());
        });
        // also when the event was applied before, because a crash may have occurred at this point
        Optional.ofNullable(written.get()).or(() -> find(id)).ifPresent(plan -> dueMinutes.add(plan.buckets()));
    }
}
