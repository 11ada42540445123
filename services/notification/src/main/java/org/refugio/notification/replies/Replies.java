package org.refugio.notification.replies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.contracts.Event;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** The answers of all people. */
@Component
public class Replies {

    private final Aggregates<Reply> replies;

    Replies(AggregateFactory factory) {
        this.replies = factory.of("replies", Reply.class, Reply::caseId, Indexes.ascending("state.office"));
    }

    void keep(Reply reply, Event event) {
        replies.createIfAbsent(reply.replyId(), () -> Decision.changed(reply, event));
    }

    /** Those that a person still has to read. */
    public List<Reply> unread(Set<String> offices, int skip, int limit) {
        return replies.where(Filters.and(Filters.in("state.office", offices), Filters.eq("state.unread", true)),
                Sorts.ascending("state.receivedAt", "_id"), skip, limit).stream().map(Stored::state).toList();
    }

    public Optional<Reply> find(String replyId) {
        return replies.find(replyId).map(Stored::state);
    }

    public Outcome read(String replyId, CommandKey key) {
        return replies.change(replyId, key,
                found -> Decision.changed(new Reply(found.replyId(), found.caseId(), found.office(),
                        found.appointmentId(), found.meaning(), found.text(), found.channel(), false,
                        found.receivedAt())));
    }
}
