package org.refugio.notification.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.conversions.Bson;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.NotificationEvent.MessageFailed;
import org.refugio.contracts.NotificationEvent.MessageSent;
import org.refugio.contracts.NotificationEvent.MessageUnknown;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** The ledger's entries and their only transitions, each by compare-and-set. */
@Component
public class Sends {

    private final Aggregates<Send> sends;
    private final DomainClock clock;

    Sends(AggregateFactory factory, DomainClock clock) {
        this.sends = factory.of("sends", Send.class, Send::caseId, Indexes.ascending("state.queue"),
                Indexes.ascending("state.caseId"), Indexes.ascending("state.office"));
        this.clock = clock;
    }

    void open(Send send) {
        sends.createIfAbsent(send.sendId(), () -> Decision.changed(send));
    }

    List<Send> queued(String queue, int limit) {
        return sends.where(Filters.eq("state.queue", queue), Sorts.ascending("_id"), 0, limit).stream()
                .map(Stored::state).toList();
    }

    /** Take it for one call; false when another instance was faster or it is settled. */
    boolean claim(Send send, Instant leaseUntil) {
        AtomicBoolean won = new AtomicBoolean();
        sends.update(send.sendId(), found -> {
            boolean free = found.status() == Send.Status.PENDING && found.attempts() == send.attempts();
            won.set(free);
            return free ? Decision.changed(found.sending(leaseUntil, clock.instant())) : Decision.unchanged();
        });
        return won.get();
    }

    /** The call is over: what came of it. Only the attempt that was claimed may say so. */
    void settle(Send claimed, Send.Status end, String reason) {
        sends.update(claimed.sendId(), found -> {
            if (found.status() == end || found.queue() == null) {
                return Decision.unchanged();
            }
            Instant now = clock.instant();
            return new Decision.Changed<>(found.settled(end, reason, now), eventOf(found, end, reason, now));
        });
    }

    /** A definite refusal that may pass: the carrier has not taken it. */
    void putBack(Send claimed, Instant notBefore, String reason) {
        sends.update(claimed.sendId(),
                found -> found.status() == Send.Status.SENDING
                        ? Decision.changed(found.again(notBefore, reason, clock.instant()))
                        : Decision.unchanged());
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
                .map(Stored::state).toList();
    }

    public Optional<Send> find(String sendId) {
        return sends.find(sendId).map(Stored::state);
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
