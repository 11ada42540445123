package org.refugio.notification.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
import org.springframework.stereotype.Component;

/** The ledger's entries and their only transitions, each by compare-and-set on status and attempt. */
@Component
public class SendLedger {

    private final AggregateRepository<Send> sends;
    private final DomainClock clock;

    SendLedger(AggregateRepositoryFactory factory, DomainClock clock) {
        this.sends = factory.of("sends", Send.class, Send::caseId, Indexes.ascending("state.queue"),
                Indexes.ascending("state.caseId"), Indexes.ascending("state.office"));
        this.clock = clock;
    }

    void open(Send send) {
        sends.createIfAbsent(send.sendId(), () -> Decision.changed(send));
    }

    /** Some of a queue, in no order. */
    public List<Send> queued(String queue, int skip, int limit) {
        return sends.where(Filters.eq("state.queue", queue), null, skip, limit).stream().map(StoredAggregate::state)
                .toList();
    }

    /** Take it for one call; empty when another instance was faster or it is over. The ledger says so before the call. */
    public Optional<Send> claim(Send seen, Instant leaseUntil) {
        return move(seen, found -> found.sending(leaseUntil, clock.instant()));
    }

    /** Not now; certainly no call of this attempt was made, or the carrier has refused it. */
    public void postpone(Send seen, Instant notBefore, String reason) {
        move(seen, found -> found.waiting(notBefore, reason, clock.instant()));
    }

    /** It may go now. */
    public void ready(Send seen) {
        move(seen, found -> found.ready(clock.instant()));
    }

    /** How it ended. Only the attempt that was seen may say so: a sleeper that wakes up late changes nothing. */
    public void end(Send seen, Send.Status end, String reason) {
        sends.update(seen.sendId(), found -> {
            if (!isTheSame(found, seen)) {
                return Decision.unchanged();
            }
            Instant now = clock.instant();
            return new Decision.Changed<>(found.ended(end, reason, now), eventOf(found, end, reason, now));
        });
    }

    /** Nothing more follows from it. */
    public void over(Send seen) {
        sends.update(seen.sendId(), found -> Send.AFTERMATH.equals(found.queue())
                ? Decision.changed(found.over())
                : Decision.unchanged());
    }

    private Optional<Send> move(Send seen, UnaryOperator<Send> change) {
        AtomicReference<Send> moved = new AtomicReference<>();
        Predicate<Send> same = found -> isTheSame(found, seen);
        sends.update(seen.sendId(), found -> {
            moved.set(same.test(found) ? change.apply(found) : null);
            return moved.get() == null ? Decision.unchanged() : Decision.changed(moved.get());
        });
        return Optional.ofNullable(moved.get());
    }

    private static boolean isTheSame(Send found, Send seen) {
        return found.status() == seen.status() && found.attempts() == seen.attempts() && found.isUnderWay();
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

    /** What this person was told or may have been told, newest first. */
    public List<Send> toldTo(String caseId, int limit) {
        return sends
                .where(Filters.and(Filters.eq("state.caseId", caseId),
                        Filters.in("state.status", Send.Status.SENT.name(), Send.Status.UNKNOWN.name())),
                        Sorts.descending("state.changedAt", "_id"), 0, limit)
                .stream().map(StoredAggregate::state).toList();
    }

    private static List<Event> eventOf(Send send, Send.Status end, String reason, Instant at) {
        return switch (end) {
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
