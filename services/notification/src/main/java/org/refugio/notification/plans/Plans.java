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
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.SourceEvent;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** The plans of all appointments. */
@Component
public class Plans {

    private static final int PER_CASE = 100;

    private final Aggregates<Plan> plans;
    private final Buckets buckets;
    private final DomainClock clock;

    Plans(AggregateFactory factory, Buckets buckets, DomainClock clock) {
        this.plans = factory.of("plans", Plan.class, Plan::caseId, Indexes.ascending("state.buckets"),
                Indexes.ascending("state.caseId"));
        this.buckets = buckets;
        this.clock = clock;
    }

    public Optional<Plan> find(String appointmentId) {
        return plans.find(appointmentId).map(Stored::state);
    }

    public List<Plan> ofCase(String caseId) {
        return plans.where(Filters.eq("state.caseId", caseId), Sorts.ascending("_id"), 0, PER_CASE).stream()
                .map(Stored::state).toList();
    }

    public void booked(AppointmentDetails appointment, SourceEvent source) {
        List<Notice> notices = Timetable.forNew(appointment, clock.instant());
        react(appointment.appointmentId(), source, Plan.of(appointment, notices), found -> found);
    }

    public void moved(AppointmentDetails appointment, SourceEvent source) {
        List<Notice> notices = Timetable.forMoved(appointment, clock.instant());
        react(appointment.appointmentId(), source, Plan.of(appointment, notices),
                found -> found.moved(appointment, notices));
    }

    public void cancelled(String appointmentId, int revision, SourceEvent source) {
        react(appointmentId, source, null,
                found -> found.ended(Timetable.forCancelled(found.appointment(), revision, clock.instant())));
    }

    public void over(String appointmentId, SourceEvent source) {
        react(appointmentId, source, null, found -> found.ended(List.of()));
    }

    public void answered(String appointmentId, int revision, String answer, SourceEvent source) {
        react(appointmentId, source, null,
                found -> found.appointment().revision() == revision ? found.answered(answer) : found);
    }

    /** Plans with something planned in this minute, in no order. */
    public List<Plan> in(String minute, int skip, int limit) {
        return plans.where(Filters.eq("state.buckets", minute), null, skip, limit).stream().map(Stored::state).toList();
    }

    /** These notices are no longer to come. */
    public void settle(String appointmentId, Collection<Notice> settled) {
        plans.update(appointmentId, found -> Decision.changed(found.with(settled)));
    }

    private void react(String id, SourceEvent source, Plan fresh, UnaryOperator<Plan> change) {
        plans.react(id, source, found -> {
            Plan next = found.map(change).orElse(fresh);
            return next == null ? Decision.unchanged() : Decision.changed(next);
        });
        // also when the event was applied before: the crash may have come right here
        find(id).ifPresent(plan -> buckets.announce(plan.buckets()));
    }
}
