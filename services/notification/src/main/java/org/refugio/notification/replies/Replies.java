package org.refugio.notification.replies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.refugio.contracts.Event;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The replies of all people. */
@Component
public class Replies {

    private final AggregateRepository<Reply> replies;

    Replies(AggregateRepositoryFactory factory) {
        this.replies = factory.of("replies", Reply.class, Reply::caseId, Indexes.ascending("state.office"));
    }

    void add(Reply reply, Event... events) {
        replies.createIfAbsent(reply.replyId(), () -> Decision.changed(reply, events));
    }

    /** Staff need not read it any more, because the person has answered the question about it. */
    void settle(String replyId) {
        replies.update(replyId,
                found -> found.unread() ? Decision.changed(found.read()) : Decision.unchanged());
    }

    /** Adds a reply that a person sent as a command, at most once per key. */
    CommandOutcome add(CommandKey key, Function<String, Decision<Reply>> decide) {
        return replies.create(key, decide);
    }

    /** Replies that staff have not read yet. */
    public List<Reply> unread(Set<String> offices, int skip, int limit) {
        return replies.where(Filters.and(Filters.in("state.office", offices), Filters.eq("state.unread", true)),
                Sorts.ascending("state.receivedAt", "_id"), skip, limit).stream().map(StoredAggregate::state).toList();
    }

    public Optional<Reply> find(String replyId) {
        return replies.find(replyId).map(StoredAggregate::state);
    }

    public CommandOutcome markRead(String replyId, CommandKey key) {
        return replies.change(replyId, key, found -> Decision.changed(found.read()));
    }
}
