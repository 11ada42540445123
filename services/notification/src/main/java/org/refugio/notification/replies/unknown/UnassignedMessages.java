package org.refugio.notification.replies.unknown;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The messages from numbers that belong to no case. */
@Component
public class UnassignedMessages {

    private final AggregateRepository<UnassignedMessage> messages;

    UnassignedMessages(AggregateRepositoryFactory factory) {
        this.messages = factory.of("unassigned", UnassignedMessage.class, UnassignedMessage::messageId,
                Indexes.ascending("state.office"));
    }

    void add(UnassignedMessage message) {
        messages.createIfAbsent(message.messageId(), () -> Decision.changed(message));
    }

    /** Messages that staff have not read yet, oldest first. */
    public List<UnassignedMessage> unread(Set<String> offices, int skip, int limit) {
        return messages.where(Filters.and(Filters.in("state.office", offices), Filters.eq("state.unread", true)),
                Sorts.ascending("state.receivedAt", "_id"), skip, limit).stream().map(StoredAggregate::state).toList();
    }

    public Optional<UnassignedMessage> find(String messageId) {
        return messages.find(messageId).map(StoredAggregate::state);
    }

    public CommandOutcome markRead(String messageId, CommandKey key) {
        return messages.change(messageId, key, found -> Decision.changed(found.read()));
    }
}
