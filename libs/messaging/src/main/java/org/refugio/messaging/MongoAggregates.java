package org.refugio.messaging;

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

/** {@link Aggregates} in one MongoDB collection. */
final class MongoAggregates<S> implements Aggregates<S> {

    private static final int TRIES = 60;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final MongoCollection<Document> collection;
    private final Class<S> type;
    private final Function<S, String> eventKey;
    private final StateMapper mapper;
    private final Publishing publishing;

    MongoAggregates(MongoCollection<Document> collection, Class<S> type, Function<S, String> eventKey,
            StateMapper mapper, Publishing publishing) {
        this.collection = collection;
        this.type = type;
        this.eventKey = eventKey;
        this.mapper = mapper;
        this.publishing = publishing;
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return load(id).map(this::stored);
    }

    @Override
    public List<Stored<S>> where(Bson filter, Bson sort, int skip, int limit) {
        return StoreFaults.guarded(() -> {
            List<Stored<S>> found = new ArrayList<>();
            collection.find(filter).sort(sort).skip(skip).limit(limit).forEach(each -> found.add(stored(each)));
            return found;
        });
    }

    @Override
    public long count(Bson filter) {
        return StoreFaults.guarded(() -> collection.countDocuments(filter));
    }

    @Override
    public String idFor(CommandKey key) {
        return Ids.derived(collection.getNamespace().getCollectionName(), key.key());
    }

    @Override
    public Outcome create(CommandKey key, Function<String, Decision<S>> decide) {
        String id = idFor(key);
        Optional<Document> existing = load(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), key);
        }
        return orRefusal(() -> switch (decide.apply(id)) {
            case Decision.Refused<S> refused -> new Outcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new Outcome.Missing(id);
            case Decision.Changed<S> changed -> {
                Document fresh = fresh(id, changed);
                fresh.put(Envelope.COMMANDS, List.of(Envelope.command(key, Envelope.saved(fresh))));
                yield insert(fresh).map(other -> repeated(other, key)).orElseGet(() -> done(fresh, changed));
            }
        });
    }

    @Override
    public Outcome createIfAbsent(String id, Supplier<Decision<S>> decide) {
        Optional<Document> existing = load(id);
        if (existing.isPresent()) {
            return new Outcome.Done(Envelope.saved(existing.get()));
        }
        return switch (decide.get()) {
            case Decision.Refused<S> refused -> new Outcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new Outcome.Missing(id);
            case Decision.Changed<S> changed -> {
                Document fresh = fresh(id, changed);
                yield insert(fresh).<Outcome>map(other -> new Outcome.Done(Envelope.saved(other)))
                        .orElseGet(() -> done(fresh, changed));
            }
        };
    }

    @Override
    public Outcome change(String id, CommandKey key, Function<S, Decision<S>> decide) {
        return orRefusal(() -> untilWon(id, document -> Envelope.answered(document, key)
                ? repeated(document, key)
                : write(document, decide.apply(state(document)),
                        saved -> Envelope.remember(document, Envelope.command(key, saved)))));
    }

    @Override
    public Outcome update(String id, Function<S, Decision<S>> decide) {
        return untilWon(id, document -> write(document, decide.apply(state(document)), _ -> null));
    }

    @Override
    public Outcome react(String id, SourceEvent source, Function<Optional<S>, Decision<S>> decide) {
        String name = Envelope.sourceName(source);
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Document> found = load(id);
            if (found.isEmpty()) {
                Decision<S> decision = decide.apply(Optional.empty());
                if (!(decision instanceof Decision.Changed<S> changed)) {
                    return decision instanceof Decision.Refused<S> refused
                            ? new Outcome.Refused(refused.refusal())
                            : new Outcome.Missing(id);
                }
                Document fresh = fresh(id, changed).append(Envelope.APPLIED, new Document(name, source.sequence()));
                if (insert(fresh).isEmpty()) {
                    return done(fresh, changed);
                }
                continue;
            }
            Document document = found.get();
            if (Envelope.applied(document, name) >= source.sequence()) {
                return new Outcome.Done(Envelope.saved(document));
            }
            Outcome outcome = write(document, decide.apply(Optional.of(state(document))),
                    _ -> Updates.set(Envelope.APPLIED + "." + name, source.sequence()));
            if (outcome != null) {
                return outcome;
            }
            pause(tries);
        }
        throw lost(id);
    }

    private Outcome untilWon(String id, Function<Document, Outcome> attempt) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Document> found = load(id);
            if (found.isEmpty()) {
                return new Outcome.Missing(id);
            }
            Outcome outcome = attempt.apply(found.get());
            if (outcome != null) {
                return outcome;
            }
            pause(tries);
        }
        throw lost(id);
    }

    /** One write on {@code {_id, version}}; null when somebody else was faster. */
    private Outcome write(Document document, Decision<S> decision, Function<Saved, Bson> alongside) {
        return switch (decision) {
            case Decision.Refused<S> refused -> new Outcome.Refused(refused.refusal());
            case Decision.Unchanged<S> _ -> new Outcome.Done(Envelope.saved(document));
            case Decision.Changed<S> changed -> {
                Standing standing = changed.events().isEmpty()
                        ? Standing.of(document)
                        : Standing.next(document, publishing.epoch());
                List<Document> entries = entries(changed, Envelope.sequence(document), standing);
                Saved saved = new Saved(document.getString("_id"), Envelope.version(document) + 1,
                        Position.of(standing.epoch(), Envelope.sequence(document) + entries.size()));
                List<Bson> updates = Envelope.replacing(document, mapper.toBson(changed.state()), entries, standing);
                Bson more = alongside.apply(saved);
                if (more != null) {
                    updates.add(more);
                }
                if (!replace(document, Updates.combine(updates))) {
                    yield null;
                }
                publishing.soon(collection, saved.aggregate(), !entries.isEmpty());
                yield new Outcome.Done(saved);
            }
        };
    }

    private Outcome done(Document fresh, Decision.Changed<S> changed) {
        publishing.soon(collection, fresh.getString("_id"), !changed.events().isEmpty());
        return new Outcome.Done(Envelope.saved(fresh));
    }

    /** For a command: what the store will never take is refused, with the reason. */
    private static Outcome orRefusal(Supplier<Outcome> attempt) {
        try {
            return attempt.get();
        } catch (StoreRefused e) {
            return new Outcome.Refused(e.refusal());
        }
    }

    private static Outcome repeated(Document document, CommandKey key) {
        Optional<Document> recorded = Envelope.recorded(document, key);
        if (recorded.isEmpty() && Envelope.answered(document, key)) {
            return new Outcome.Refused(new AnsweredLongAgo());
        }
        if (recorded.isEmpty() || !key.fingerprint().equals(recorded.get().getString("fingerprint"))) {
            return new Outcome.Refused(new IdempotencyKeyReused());
        }
        return new Outcome.Done(new Saved(document.getString("_id"), Envelope.version(recorded.get()),
                Envelope.sequence(recorded.get())));
    }

    private Document fresh(String id, Decision.Changed<S> changed) {
        Standing standing = Standing.fresh(publishing.epoch());
        return Envelope.fresh(id, mapper.toBson(changed.state()), entries(changed, 0, standing), standing);
    }

    private List<Document> entries(Decision.Changed<S> changed, long after, Standing standing) {
        return Envelope.entries(changed.events(), after, eventKey.apply(changed.state()), publishing, standing);
    }

    /** Empty when it was inserted; else the one that already has this id. */
    private Optional<Document> insert(Document fresh) {
        try {
            StoreFaults.guarded(() -> collection.insertOne(fresh));
            return Optional.empty();
        } catch (MongoException e) { // guarded() lets nothing but a taken key through
            Optional<Document> other = load(fresh.getString("_id"));
            if (other.isEmpty()) {
                throw StoreRefused.taken(e);
            }
            return other;
        }
    }

    private boolean replace(Document seen, Bson updates) {
        try {
            return StoreFaults.guarded(() -> collection.updateOne(Envelope.seen(seen), updates).getMatchedCount()) == 1;
        } catch (MongoException e) {
            throw StoreRefused.taken(e);
        }
    }

    private Optional<Document> load(String id) {
        return StoreFaults.guarded(() -> Optional.ofNullable(collection.find(Filters.eq("_id", id)).first()));
    }

    private Stored<S> stored(Document document) {
        return new Stored<>(document.getString("_id"), Envelope.version(document), Envelope.sequence(document),
                state(document));
    }

    private S state(Document document) {
        return mapper.fromBson(document.get(Envelope.STATE, Document.class), type);
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
