package org.refugio.messaging.repository;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.command.CommandAnswerExpired;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.IdempotencyKeyReused;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.outbox.OutboxPublisher;

/** {@link AggregateRepository} in one MongoDB collection. */
final class MongoAggregateRepository<S> implements AggregateRepository<S> {

    private static final int TRIES = 60;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final MongoCollection<Document> collection;
    private final Class<S> type;
    private final Function<S, String> eventKey;
    private final StateMapper mapper;
    private final OutboxPublisher publishing;

    MongoAggregateRepository(MongoCollection<Document> collection, Class<S> type, Function<S, String> eventKey,
            StateMapper mapper, OutboxPublisher publishing) {
        this.collection = collection;
        this.type = type;
        this.eventKey = eventKey;
        this.mapper = mapper;
        this.publishing = publishing;
    }

    @Override
    public Optional<StoredAggregate<S>> find(String id) {
        return load(id).map(this::stored);
    }

    @Override
    public List<StoredAggregate<S>> where(Bson filter, Bson sort, int skip, int limit) {
        return StoreExceptionTranslator.guarded(() -> {
            List<StoredAggregate<S>> found = new ArrayList<>();
            collection.find(filter).sort(sort).skip(skip).limit(limit).forEach(each -> found.add(stored(each)));
            return found;
        });
    }

    @Override
    public long count(Bson filter) {
        return StoreExceptionTranslator.guarded(() -> collection.countDocuments(filter));
    }

    @Override
    public String idFor(CommandKey key) {
        return DerivedIds.derived(collection.getNamespace().getCollectionName(), key.key());
    }

    @Override
    public CommandOutcome create(CommandKey key, Function<String, Decision<S>> decide) {
        String id = idFor(key);
        Optional<Document> existing = load(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), key);
        }
        return orRefusal(() -> switch (decide.apply(id)) {
            case Decision.Refused<S> refused -> new CommandOutcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new CommandOutcome.Missing(id);
            case Decision.Changed<S> changed -> {
                Document fresh = fresh(id, changed);
                fresh.put(AggregateDocument.COMMANDS,
                        List.of(AggregateDocument.command(key, AggregateDocument.saved(fresh))));
                yield insert(fresh).map(other -> repeated(other, key)).orElseGet(() -> done(fresh, changed));
            }
        });
    }

    @Override
    public CommandOutcome createIfAbsent(String id, Supplier<Decision<S>> decide) {
        Optional<Document> existing = load(id);
        if (existing.isPresent()) {
            return new CommandOutcome.Done(AggregateDocument.saved(existing.get()));
        }
        return switch (decide.get()) {
            case Decision.Refused<S> refused -> new CommandOutcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new CommandOutcome.Missing(id);
            case Decision.Changed<S> changed -> {
                Document fresh = fresh(id, changed);
                yield insert(fresh)
                        .<CommandOutcome>map(other -> new CommandOutcome.Done(AggregateDocument.saved(other)))
                        .orElseGet(() -> done(fresh, changed));
            }
        };
    }

    @Override
    public CommandOutcome change(String id, CommandKey key, Function<S, Decision<S>> decide) {
        return orRefusal(() -> untilWon(id, document -> AggregateDocument.answered(document, key)
                ? repeated(document, key)
                : write(document, decide.apply(state(document)),
                        saved -> AggregateDocument.remember(document, AggregateDocument.command(key, saved)))));
    }

    @Override
    public CommandOutcome update(String id, Function<S, Decision<S>> decide) {
        return untilWon(id, document -> write(document, decide.apply(state(document)), _ -> null));
    }

    @Override
    public CommandOutcome react(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide) {
        String name = AggregateDocument.sourceName(source);
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Document> found = load(id);
            if (found.isEmpty()) {
                Decision<S> decision = decide.apply(Optional.empty());
                if (!(decision instanceof Decision.Changed<S> changed)) {
                    return decision instanceof Decision.Refused<S> refused
                            ? new CommandOutcome.Refused(refused.refusal())
                            : new CommandOutcome.Missing(id);
                }
                Document fresh = fresh(id, changed).append(AggregateDocument.APPLIED,
                        new Document(name, source.sequence()));
                if (insert(fresh).isEmpty()) {
                    return done(fresh, changed);
                }
                continue;
            }
            Document document = found.get();
            if (AggregateDocument.applied(document, name) >= source.sequence()) {
                return new CommandOutcome.Done(AggregateDocument.saved(document));
            }
            CommandOutcome outcome = write(document, decide.apply(Optional.of(state(document))),
                    _ -> Updates.set(AggregateDocument.APPLIED + "." + name, source.sequence()));
            if (outcome != null) {
                return outcome;
            }
            pause(tries);
        }
        throw lost(id);
    }

    private CommandOutcome untilWon(String id, Function<Document, CommandOutcome> attempt) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Document> found = load(id);
            if (found.isEmpty()) {
                return new CommandOutcome.Missing(id);
            }
            CommandOutcome outcome = attempt.apply(found.get());
            if (outcome != null) {
                return outcome;
            }
            pause(tries);
        }
        throw lost(id);
    }

    /** One write on {@code {_id, version}}; null when somebody else was faster. */
    private CommandOutcome write(Document document, Decision<S> decision, Function<CommandReceipt, Bson> alongside) {
        return switch (decision) {
            case Decision.Refused<S> refused -> new CommandOutcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new CommandOutcome.Done(AggregateDocument.saved(document));
            case Decision.Changed<S> changed -> {
                EpochMarker standing = changed.events().isEmpty()
                        ? EpochMarker.of(document)
                        : EpochMarker.next(document, publishing.epoch());
                List<Document> entries = entries(changed, AggregateDocument.sequence(document), standing);
                CommandReceipt saved = new CommandReceipt(document.getString("_id"),
                        AggregateDocument.version(document) + 1,
                        EventPosition.of(standing.epoch(), AggregateDocument.sequence(document) + entries.size()));
                List<Bson> updates = AggregateDocument.replacing(document, mapper.toBson(changed.state()), entries,
                        standing);
                Bson more = alongside.apply(saved);
                if (more != null) {
                    updates.add(more);
                }
                if (!replace(document, Updates.combine(updates))) {
                    yield null;
                }
                publishing.soon(collection, saved.aggregate(), !entries.isEmpty());
                yield new CommandOutcome.Done(saved);
            }
        };
    }

    private CommandOutcome done(Document fresh, Decision.Changed<S> changed) {
        publishing.soon(collection, fresh.getString("_id"), !changed.events().isEmpty());
        return new CommandOutcome.Done(AggregateDocument.saved(fresh));
    }

    /** For a command: what the store will never take is refused, with the reason. */
    private static CommandOutcome orRefusal(Supplier<CommandOutcome> attempt) {
        try {
            return attempt.get();
        } catch (StoreRejectedWrite e) {
            return new CommandOutcome.Refused(e.refusal());
        }
    }

    private static CommandOutcome repeated(Document document, CommandKey key) {
        Optional<Document> recorded = AggregateDocument.recorded(document, key);
        if (recorded.isEmpty() && AggregateDocument.answered(document, key)) {
            return new CommandOutcome.Refused(new CommandAnswerExpired());
        }
        if (recorded.isEmpty() || !key.fingerprint().equals(recorded.get().getString("fingerprint"))) {
            return new CommandOutcome.Refused(new IdempotencyKeyReused());
        }
        return new CommandOutcome.Done(
                new CommandReceipt(document.getString("_id"), AggregateDocument.version(recorded.get()),
                        AggregateDocument.sequence(recorded.get())));
    }

    private Document fresh(String id, Decision.Changed<S> changed) {
        EpochMarker standing = EpochMarker.fresh(publishing.epoch());
        return AggregateDocument.fresh(id, mapper.toBson(changed.state()), entries(changed, 0, standing), standing);
    }

    private List<Document> entries(Decision.Changed<S> changed, long after, EpochMarker standing) {
        return AggregateDocument.entries(changed.events(), after, eventKey.apply(changed.state()), publishing,
                standing);
    }

    /** Empty when it was inserted; else the one that already has this id. */
    private Optional<Document> insert(Document fresh) {
        try {
            StoreExceptionTranslator.guarded(() -> collection.insertOne(fresh));
            return Optional.empty();
        } catch (MongoException e) { // guarded() lets nothing but a taken key through
            Optional<Document> other = load(fresh.getString("_id"));
            if (other.isEmpty()) {
                throw StoreRejectedWrite.taken(e);
            }
            return other;
        }
    }

    private boolean replace(Document seen, Bson updates) {
        try {
            return StoreExceptionTranslator
                    .guarded(() -> collection.updateOne(AggregateDocument.seen(seen), updates).getMatchedCount()) == 1;
        } catch (MongoException e) {
            throw StoreRejectedWrite.taken(e);
        }
    }

    private Optional<Document> load(String id) {
        return StoreExceptionTranslator
                .guarded(() -> Optional.ofNullable(collection.find(Filters.eq("_id", id)).first()));
    }

    private StoredAggregate<S> stored(Document document) {
        return new StoredAggregate<>(document.getString("_id"), AggregateDocument.version(document),
                AggregateDocument.sequence(document),
                state(document));
    }

    private S state(Document document) {
        return mapper.fromBson(document.get(AggregateDocument.STATE, Document.class), type);
    }

    /** Losers of a race step aside for a moment that grows, so that somebody always gets through. */
    private static void pause(int tries) {
        long most = Math.min(LONGEST_PAUSE_NANOS, 100_000L << Math.min(tries, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most) + 1);
    }

    private static TransientFailure lost(String id) {
        return new TransientFailure("aggregate " + id + " changed " + TRIES + " times while it was being decided",
                null);
    }
}
