package org.refugio.messaging.repository;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.command.AnsweredLongAgo;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.IdempotencyKeyReused;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.outbox.OutboxPublisher;
import org.refugio.messaging.outbox.OutgoingRecord;

/** {@link AggregateRepository} in one MongoDB collection. */
final class MongoAggregateRepository<S> implements AggregateRepository<S> {

    private final VersionedCollection collection;
    private final Class<S> type;
    private final Function<S, String> eventKey;
    private final StateMapper mapper;
    private final OutboxPublisher outbox;
    private final ThreadLocal<Document> lastRead = new ThreadLocal<>();

    MongoAggregateRepository(VersionedCollection collection, Class<S> type, Function<S, String> eventKey,
            StateMapper mapper, OutboxPublisher outbox) {
        this.collection = collection;
        this.type = type;
        this.eventKey = eventKey;
        this.mapper = mapper;
        this.outbox = outbox;
    }

    @Override
    public Optional<StoredAggregate<S>> find(String id) {
        Optional<Document> found = collection.find(id);
        lastRead.set(found.orElse(null));
        return found.map(this::stored);
    }

    @Override
    public List<StoredAggregate<S>> where(Bson filter, Bson sort, int skip, int limit) {
        return collection.find(filter, sort, skip, limit).stream().map(this::stored).toList();
    }

    @Override
    public long count(Bson filter) {
        return collection.count(filter);
    }

    @Override
    public String idFor(CommandKey key) {
        return DerivedIds.derived(collection.name(), key.key());
    }

    @Override
    public CommandOutcome create(CommandKey key, Function<String, Decision<S>> decide) {
        String id = idFor(key);
        Optional<Document> existing = collection.find(id);
        if (existing.isPresent()) {
            return recordedOutcome(existing.get(), key);
        }
        return refusingRejectedWrites(() -> switch (decide.apply(id)) {
            case Decision.Refused<S> refused -> new CommandOutcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new CommandOutcome.Missing(id);
            case Decision.Changed<S> changed -> {
                Document document = newDocument(id, changed);
                document.put(AggregateDocument.COMMANDS,
                        List.of(AggregateDocument.command(key, AggregateDocument.receipt(document))));
                yield collection.insert(document).map(other -> recordedOutcome(other, key))
                        .orElseGet(() -> inserted(document));
            }
        });
    }

    @Override
    public CommandOutcome createIfAbsent(String id, Supplier<Decision<S>> decide) {
        return switch (decide.get()) { // inserts without a read, because most often there is none
            case Decision.Refused<S> refused -> existing(id)
                    .orElseGet(() -> new CommandOutcome.Refused(refused.refusal()));
            case Decision.Unchanged<S> _ -> existing(id).orElseGet(() -> new CommandOutcome.Missing(id));
            case Decision.Changed<S> changed -> {
                Document document = newDocument(id, changed);
                yield collection.insert(document)
                        .<CommandOutcome>map(other -> new CommandOutcome.Done(AggregateDocument.receipt(other)))
                        .orElseGet(() -> inserted(document));
            }
        };
    }

    private Optional<CommandOutcome> existing(String id) {
        return collection.find(id).map(found -> new CommandOutcome.Done(AggregateDocument.receipt(found)));
    }

    @Override
    public CommandOutcome change(String id, CommandKey key, Function<S, Decision<S>> decide) {
        Optional<Document> read = takeLastRead(id);
        return refusingRejectedWrites(() -> read.flatMap(document -> change(document, key, decide))
                .orElseGet(() -> changeExisting(id, document -> change(document, key, decide))));
    }

    /** What this thread has just read, once: a request reads an aggregate to check access, and then changes it. */
    private Optional<Document> takeLastRead(String id) {
        Document read = lastRead.get();
        lastRead.remove();
        return Optional.ofNullable(read).filter(document -> id.equals(document.getString("_id")));
    }

    private Optional<CommandOutcome> change(Document document, CommandKey key, Function<S, Decision<S>> decide) {
        return AggregateDocument.wasExecuted(document, key)
                ? Optional.of(recordedOutcome(document, key))
                : write(document, decide.apply(state(document)), (receipt, updates) -> updates
                        .add(AggregateDocument.recordCommand(document, AggregateDocument.command(key, receipt))));
    }

    @Override
    public CommandOutcome update(String id, Function<S, Decision<S>> decide) {
        return changeExisting(id, document -> write(document, decide.apply(state(document)), (_, _) -> {
        }));
    }

    @Override
    public CommandOutcome react(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide) {
        String field = AggregateDocument.sourceField(source);
        return ConflictRetry.run(id, () -> {
            Optional<Document> found = collection.find(id);
            if (found.isEmpty()) {
                return createByEvent(id, decide.apply(Optional.empty()), new Document(field, source.sequence()));
            }
            Document document = found.get();
            return AggregateDocument.lastApplied(document, field) >= source.sequence()
                    ? Optional.of(new CommandOutcome.Done(AggregateDocument.receipt(document)))
                    : write(document, decide.apply(Optional.of(state(document))), (_, updates) -> updates
                            .add(Updates.set(AggregateDocument.APPLIED + "." + field, source.sequence())));
        });
    }

    @Override
    public CommandOutcome reactByCreating(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide) {
        Optional<CommandOutcome> created = decide.apply(Optional.empty()) instanceof Decision.Changed<S> first
                ? createByEvent(id, first, new Document(AggregateDocument.sourceField(source), source.sequence()))
                : Optional.empty();
        return created.orElseGet(() -> react(id, source, decide));
    }

    private Optional<CommandOutcome> createByEvent(String id, Decision<S> decision, Document applied) {
        return switch (decision) {
            case Decision.Refused<S> refused -> Optional.of(new CommandOutcome.Refused(refused.refusal()));
            case Decision.Unchanged<S> _ -> Optional.of(new CommandOutcome.Missing(id));
            case Decision.Changed<S> changed -> {
                Document document = newDocument(id, changed).append(AggregateDocument.APPLIED, applied);
                yield collection.insert(document).isPresent()
                        ? Optional.empty()
                        : Optional.of(inserted(document));
            }
        };
    }

    private CommandOutcome changeExisting(String id, Function<Document, Optional<CommandOutcome>> attempt) {
        return ConflictRetry.run(id, () -> collection.find(id).map(attempt)
                .orElseGet(() -> Optional.of(new CommandOutcome.Missing(id))));
    }

    /** One write on {@code {_id, version}}; empty on a version conflict. */
    private Optional<CommandOutcome> write(Document document, Decision<S> decision,
            BiConsumer<CommandReceipt, List<Bson>> addUpdates) {
        return switch (decision) {
            case Decision.Refused<S> refused -> Optional.of(new CommandOutcome.Refused(refused.refusal()));
            case Decision.Unchanged<S> _ -> Optional.of(new CommandOutcome.Done(AggregateDocument.receipt(document)));
            case Decision.Changed<S> changed -> {
                EpochMarker epoch = changed.events().isEmpty()
                        ? EpochMarker.of(document)
                        : EpochMarker.ofNextEvent(document, outbox.epoch());
                List<Document> entries = outboxEntries(changed, AggregateDocument.sequence(document), epoch);
                CommandReceipt receipt = new CommandReceipt(document.getString("_id"),
                        AggregateDocument.version(document) + 1,
                        EventPosition.of(epoch.epoch(), AggregateDocument.sequence(document) + entries.size()));
                List<Bson> updates = AggregateDocument.updates(document, mapper.toBson(changed.state()), entries,
                        epoch);
                addUpdates.accept(receipt, updates);
                if (!collection.update(document, Updates.combine(updates))) {
                    yield Optional.empty();
                }
                publish(receipt.aggregate(), document, entries);
                yield Optional.of(new CommandOutcome.Done(receipt));
            }
        };
    }

    private CommandOutcome inserted(Document document) {
        String id = document.getString("_id");
        List<Document> entries = document.getList(AggregateDocument.OUTBOX, Document.class);
        if (!entries.isEmpty()) {
            outbox.requestPublication(collection.documents(), id, OutgoingRecord.of(id, entries));
        }
        return new CommandOutcome.Done(AggregateDocument.receipt(document));
    }

    /**
     * The version shows that no other command has written since the document was read: its outbox and the new entries are the
     * whole outbox, or more when some were published meanwhile.
     */
    private void publish(String id, Document read, List<Document> added) {
        if (!added.isEmpty()) {
            List<Document> pending = new ArrayList<>(read.getList(AggregateDocument.OUTBOX, Document.class, List.of()));
            pending.addAll(added);
            outbox.requestPublication(collection.documents(), id, OutgoingRecord.of(id, pending));
        }
    }

    /** Answers a command whose write the store can never accept with a refusal that gives the reason. */
    private static CommandOutcome refusingRejectedWrites(Supplier<CommandOutcome> command) {
        try {
            return command.get();
        } catch (StoreRejectedWrite e) {
            return new CommandOutcome.Refused(e.refusal());
        }
    }

    private static CommandOutcome recordedOutcome(Document document, CommandKey key) {
        Optional<Document> recorded = AggregateDocument.recordedCommand(document, key);
        if (recorded.isEmpty() && AggregateDocument.wasExecuted(document, key)) {
            return new CommandOutcome.Refused(new AnsweredLongAgo());
        }
        if (recorded.isEmpty() || !key.fingerprint().equals(recorded.get().getString("fingerprint"))) {
            return new CommandOutcome.Refused(new IdempotencyKeyReused());
        }
        return new CommandOutcome.Done(
                new CommandReceipt(document.getString("_id"), AggregateDocument.version(recorded.get()),
                        AggregateDocument.sequence(recorded.get())));
    }

    private Document newDocument(String id, Decision.Changed<S> changed) {
        EpochMarker epoch = EpochMarker.ofNewAggregate(outbox.epoch().current());
        return AggregateDocument.newDocument(id, mapper.toBson(changed.state()), outboxEntries(changed, 0, epoch),
                epoch);
    }

    private List<Document> outboxEntries(Decision.Changed<S> changed, long lastSequence, EpochMarker epoch) {
        return AggregateDocument.outboxEntries(changed.events(), lastSequence, eventKey.apply(changed.state()), outbox,
                epoch);
    }

    private StoredAggregate<S> stored(Document document) {
        return new StoredAggregate<>(document.getString("_id"), AggregateDocument.version(document),
                AggregateDocument.sequence(document), state(document));
    }

    private S state(Document document) {
        return mapper.fromBson(document.get(AggregateDocument.STATE, Document.class), type);
    }
}
