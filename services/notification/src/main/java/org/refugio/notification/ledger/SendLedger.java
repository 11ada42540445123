package org.refugio.notification.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.NotificationEvent.MessageFailed;
import org.refugio.contracts.NotificationEvent.MessageSent;
import org.refugio.contracts.NotificationEvent.MessageUnknown;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.notification.carriers.CarrierRejections;
import org.springframework.stereotype.Component;

/** The entries of the ledger and their transitions; each is a compare-and-set on status and attempt. */
@Component
public class SendLedger {

    private final AggregateRepository<Send> sends;
    private final DomainClock clock;
    private final AtomicLong transitions = new AtomicLong();

    SendLedger(AggregateRepositoryFactory factory, DomainClock clock) {
        this.sends = factory.of("sends", Send.class, Send::caseId, Indexes.ascending("state.queue"),
                Indexes.ascending("state.caseId"), Indexes.ascending("state.office"));
        this.clock = clock;
    }

    void add(Send send) {
        sends.createIfAbsent(send.sendId(), () -> Decision.changed(send));
    }

    /** A count that grows whenever this process may have put an entry into a queue. */
    public long transitions() {
        return transitions.get();
    }

    /** Entries of a queue, in no particular order. */
    public List<Send> findQueued(String queue, int skip, int limit) {
        return sends.where(Filters.eq("state.queue", queue), null, skip, limit).stream().map(StoredAggregate::state)
                .toList();
    }

    /**
     * Claims the entry for one carrier call to this address, before the call; empty when it has changed in the meantime.
     */
    public Optional<Send> claim(Send seen, String addressToken, Instant leaseUntil) {
        return transition(seen, found -> found.sending(leaseUntil, addressToken, clock.instant()));
    }

    /** Postpones the entry; only when no call was made in this attempt or the carrier rejected it. */
    public void postpone(Send seen, Instant notBefore, String reason) {
        transition(seen, found -> found.postponed(notBefore, reason, clock.instant()));
    }

    /** Postpones the entry after a carrier's rejection; another carrier or another attempt can succeed. */
    public void postponeRejected(Send seen, CarrierRejections rejections, Instant notBefore, String reason) {
        transition(seen, found -> found.rejected(rejections).postponed(notBefore, reason, clock.instant()));
    }

    /** Makes the entry pending again. */
    public void release(Send seen) {
        transition(seen, found -> found.released(clock.instant()));
    }

    /**
     * Records the result. It applies only to the attempt that was read: a stalled process that resumes late changes
     * nothing.
     */
    public void finish(Send seen, Send.Status result, String reason) {
        update(seen.sendId(), found -> {
            if (!isUnchanged(found, seen)) {
                return Decision.unchanged();
            }
            Instant now = clock.instant();
            return new Decision.Changed<>(found.finished(result, reason, now), eventsOf(found, result, reason, now));
        });
    }

    /** Removes the entry from the escalation queue. */
    public void completeEscalation(Send seen) {
        sends.update(seen.sendId(), found -> Send.ESCALATION.equals(found.queue())
                ? Decision.changed(found.withoutQueue())
                : Decision.unchanged());
    }

    private Optional<Send> transition(Send seen, UnaryOperator<Send> change) {
        AtomicReference<Send> changed = new AtomicReference<>();
        Predicate<Send> unchanged = found -> isUnchanged(found, seen);
        update(seen.sendId(), found -> {
            changed.set(unchanged.test(found) ? change.apply(found) : null);
            return changed.get() == null ? Decision.unchanged() : Decision.changed(changed.get());
        });
        return Optional.ofNullable(changed.get());
    }

    /** Counted after the write, so that a search which does not see the entry does not count it as seen. */
    private void update(String sendId, Function<Send, Decision<Send>> decide) {
        try {
            sends.update(sendId, decide);
        } finally {
            transitions.incrementAndGet(); // also when it is not known whether it was written
        }
    }

    private static boolean isUnchanged(Send found, Send seen) {
        return found.status() == seen.status() && found.attempts() == seen.attempts() && found.isInProgress();
    }

    public Optional<Send> find(String sendId) {
        return sends.find(sendId).map(StoredAggregate::state);
    }

    /** A page of the log, newest first. */
    public List<Send> page(Set<String> offices, String caseId, Send.Status status, int skip, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (caseId != null) {
            filters.add(Filters.eq("state.caseId", caseId));
        }
        filters.add(Filters.in("state.office", offices));
        if (status != null) {
            filters.add(Filters.eq("state.status", status.name()));
        }
        return sends.where(Filters.and(filters), Sorts.descending("state.changedAt", "_id"), skip, limit).stream()
                .map(StoredAggregate::state).toList();
    }

    /** Messages that this person received or may have received, newest first. */
    public List<Send> findSentOrUnknown(String caseId, int limit) {
        return sends
                .where(Filters.and(Filters.eq("state.caseId", caseId),
                        Filters.in("state.status", Send.Status.SENT.name(), Send.Status.UNKNOWN.name())),
                        Sorts.descending("state.changedAt", "_id"), 0, limit)
                .stream().map(StoredAggregate::state).toList();
    }

    private static List<Event> eventsOf(Send send, Send.Status result, String reason, Instant at) {
        return switch (result) {
            case SENT -> List.of(new MessageSent(send.sendId(), send.caseId(), send.office(), send.appointmentId(),
                    send.revision(), send.kind(), send.channel(), at));
            case FAILED -> List.of(new MessageFailed(send.sendId(), send.caseId(), send.office(), send.appointmentId(),
                    send.revision(), send.kind(), send.channel(), reason, at));
            case UNKNOWN ->
                List.of(new MessageUnknown(send.sendId(), send.caseId(), send.office(), send.appointmentId(),
                        send.revision(), send.kind(), send.channel(), at));
            case SKIPPED, PENDING, SENDING -> List.of();
        };
    }
}
