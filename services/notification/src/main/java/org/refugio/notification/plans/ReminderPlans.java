package org.refugio.notification.plans;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The plans of all appointments. */
@Component
public class ReminderPlans {

    private static final int PER_CASE = 100;

    private final AggregateRepository<ReminderPlan> plans;
    private final DueMinuteIndex buckets;
    private final DomainClock clock;

    ReminderPlans(AggregateRepositoryFactory factory, DueMinuteIndex buckets, DomainClock clock) {
        this.plans = factory.of("plans", ReminderPlan.class, ReminderPlan::caseId, Indexes.ascending("state.buckets"),
                Indexes.ascending("state.caseId"));
        this.buckets = buckets;
        this.clock = clock;
    }

    public Optional<ReminderPlan> find(String appointmentId) {
        return plans.find(appointmentId).map(StoredAggregate::state);
    }

    public List<ReminderPlan> ofCase(String caseId) {
        return plans.where(Filters.eq("state.caseId", caseId), Sorts.ascending("_id"), 0, PER_CASE).stream()
                .map(StoredAggregate::state).toList();
    }

    public void booked(AppointmentDetails appointment, EventOrigin source) {
        List<PlannedMessage> notices = ReminderSchedule.forNew(appointment, clock.instant());
        react(appointment.appointmentId(), source, ReminderPlan.of(appointment, notices), found -> found);
    }

    public void moved(AppointmentDetails appointment, EventOrigin source) {
        List<PlannedMessage> notices = ReminderSchedule.forMoved(appointment, clock.instant());
        react(appointment.appointmentId(), source, ReminderPlan.of(appointment, notices),
                found -> found.moved(appointment, notices));
    }

    public void cancelled(String appointmentId, int revision, EventOrigin source) {
        react(appointmentId, source, null,
                found -> found.ended(ReminderSchedule.forCancelled(found.appointment(), revision, clock.instant())));
    }

    public void over(String appointmentId, EventOrigin source) {
        react(appointmentId, source, null, found -> found.ended(List.of()));
    }

    public void answered(String appointmentId, int revision, String answer, EventOrigin source) {
        react(appointmentId, source, null,
                found -> found.appointment().revision() == revision ? found.answered(answer) : found);
    }

    /** Plans with something planned in this minute, in no order. */
    public List<ReminderPlan> in(String minute, int skip, int limit) {
        return plans.where(Filters.eq("state.buckets", minute), null, skip, limit).stream().map(StoredAggregate::state)
                .toList();
    }

    /** These notices are no longer to come. */
    public void settle(String appointmentId, Collection<PlannedMessage> settled) {
        plans.update(appointmentId, found -> Decision.changed(found.with(settled)));
    }

    private void react(String id, EventOrigin source, ReminderPlan fresh, UnaryOperator<ReminderPlan> change) {
        plans.react(id, source, found -> {
            ReminderPlan next = found.map(change).orElse(fresh);
            return next == null ? Decision.unchanged() : Decision.changed(next);
        });
        // also when the event was applied before: the crash may have come right here
        find(id).ifPresent(plan -> buckets.announce(plan.buckets()));
    }
}
