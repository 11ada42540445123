package org.refugio.notification.calls;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.NotificationEvent.CallNeeded;
import org.refugio.contracts.NotificationEvent.CallSettled;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The list of requested calls. */
@Component
public class Calls {

    private final AggregateRepository<CallTask> calls;
    private final DomainClock clock;

    Calls(AggregateRepositoryFactory factory, DomainClock clock) {
        this.calls = factory.of("calls", CallTask.class, CallTask::caseId, Indexes.ascending("state.office"));
        this.clock = clock;
    }

    /** Requests a call, once per id. */
    public void request(String taskId, String caseId, String office, String appointmentId, String why) {
        calls.createIfAbsent(taskId,
                () -> Decision.changed(
                        new CallTask(taskId, caseId, office, appointmentId, why, true, clock.instant(), null),
                        new CallNeeded(taskId, caseId, office, appointmentId, why, clock.instant())));
    }

    /** The open calls of these offices, oldest first. */
    public List<CallTask> findOpen(Set<String> offices, int skip, int limit) {
        return calls.where(Filters.and(Filters.in("state.office", offices), Filters.eq("state.open", true)),
                Sorts.ascending("state.neededAt", "_id"), skip, limit).stream().map(StoredAggregate::state).toList();
    }

    public Optional<CallTask> find(String taskId) {
        return calls.find(taskId).map(StoredAggregate::state);
    }

    /** The call was made, or is not needed. */
    public CommandOutcome settle(String taskId, CommandKey key, String by) {
        return calls.change(taskId, key,
                found -> !found.open()
                        ? Decision.unchanged()
                        : Decision.changed(
                                new CallTask(found.taskId(), found.caseId(), found.office(), found.appointmentId(),
                                        found.why(), false, found.neededAt(), by),
                                new CallSettled(found.taskId(), found.caseId(), found.office(), by, clock.instant())));
    }
}
