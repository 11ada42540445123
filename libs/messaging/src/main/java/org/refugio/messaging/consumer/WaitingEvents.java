package org.refugio.messaging.consumer;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/** The events that arrived before an earlier one of their aggregate, by the cursor at which they wait. */
final class WaitingEvents {

    private static final int BATCH = 1000;

    private final MongoCollection<Document> waiting;
    private final int batch;
    /** The cursor prefixes without waiting events since the last sweep; they need no query per event. */
    private final Set<String> withoutWaiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong kept = new AtomicLong();

    WaitingEvents(MongoDatabase database) {
        this(database, BATCH);
    }

    WaitingEvents(MongoDatabase database, int batch) {
        this.batch = batch;
        this.waiting = database.getCollection("waiting");
        waiting.createIndex(Indexes.ascending("since", "_id"));
        waiting.createIndex(Indexes.ascending("cursor", "sequence"));
    }

    /** Stores an event that arrived before its predecessor. */
    void add(String cursor, long sequence, IncomingRecord record) {
        try {
            StoreExceptionTranslator.execute(() -> waiting.insertOne(record.toBson(cursor + "|" + sequence)
                    .append("cursor", cursor).append("sequence", sequence).append("since", new Date())));
        } catch (MongoException e) {
            // it is stored already: the record was delivered again
        }
        kept.incrementAndGet();
        withoutWaiting.removeIf(cursor::startsWith);
    }

    /** Whether events with this prefix may wait, as far as this process knows. */
    boolean mayWait(String prefix) {
        return !withoutWaiting.contains(prefix);
    }

    /**
     * The event that waits at this position. An event that another instance has just stored may be missed; the next sweep
     * finds it.
     */
    Optional<IncomingRecord> find(String cursor, long sequence) {
        if (withoutWaiting.stream().anyMatch(cursor::startsWith)) {
            return Optional.empty();
        }
        return StoreExceptionTranslator.execute(
                () -> Optional.ofNullable(waiting.find(Filters.eq("_id", cursor + "|" + sequence)).first())
                        .map(IncomingRecord::fromBson));
    }

    void remove(String cursor, long sequence) {
        StoreExceptionTranslator.execute(() -> waiting.deleteOne(Filters.eq("_id", cursor + "|" + sequence)));
    }

    /** A waiting event. */
    record Position(String cursor, long sequence) {}

    /** The position of a sweep: the arrival and the id of the last event that it has seen. */
    record SweepPosition(Date since, String id) {

        static final SweepPosition START = new SweepPosition(new Date(0), "");
    }

    /**
     * Passes on a batch of the events that wait at cursors with this prefix, in the order of arrival. Each call continues
     * after the previous batch, so that every waiting event is reached whatever their number.
     *
     * @return the position after the batch; {@link SweepPosition#START} after the last batch
     */
    SweepPosition sweep(String prefix, SweepPosition from, Consumer<Position> each) {
        Bson after = Filters.or(Filters.gt("since", from.since()),
                Filters.and(Filters.eq("since", from.since()), Filters.gt("_id", from.id())));
        long keptBefore = kept.get();
        List<Document> found = StoreExceptionTranslator.execute(() -> waiting
                .find(Filters.and(startsWith(prefix), after))
                .projection(Projections.include("cursor", "sequence", "since")).sort(Sorts.ascending("since", "_id"))
                .limit(batch).into(new ArrayList<>()));
        if (!found.isEmpty()) {
            withoutWaiting.remove(prefix);
        } else if (from.equals(SweepPosition.START) && kept.get() == keptBefore) {
            withoutWaiting.add(prefix);
            if (kept.get() != keptBefore) { // one was stored in between
                withoutWaiting.remove(prefix);
            }
        }
        found.forEach(one -> each
                .accept(new Position(one.getString("cursor"), ((Number) one.get("sequence")).longValue())));
        return found.size() < batch
                ? SweepPosition.START
                : new SweepPosition(found.getLast().getDate("since"), found.getLast().getString("_id"));
    }

    /** A cursor at which events wait: the first of them, how many, and since when. */
    record Group(String cursor, long next, long events, Instant since) {}

    /** The cursors with this prefix at which events wait, those that have waited longest first. */
    List<Group> groups(String prefix, int limit) {
        return StoreExceptionTranslator.execute(() -> waiting
                .aggregate(List.of(Aggregates.match(startsWith(prefix)),
                        Aggregates.group("$cursor", Accumulators.min("next", "$sequence"),
                                Accumulators.sum("events", 1), Accumulators.min("since", "$since")),
                        Aggregates.sort(Sorts.ascending("since", "_id")), Aggregates.limit(limit)))
                .into(new ArrayList<>())).stream()
                .map(each -> new Group(each.getString("_id"), ((Number) each.get("next")).longValue(),
                        ((Number) each.get("events")).longValue(), each.getDate("since").toInstant()))
                .toList();
    }

    /** The position of the first event that waits at this cursor; empty when none does. */
    OptionalLong first(String cursor) {
        Document first = StoreExceptionTranslator.execute(() -> waiting.find(Filters.eq("cursor", cursor))
                .sort(Sorts.ascending("sequence")).projection(Projections.include("sequence")).first());
        if (first == null) {
            return OptionalLong.empty();
        }
        withoutWaiting.removeIf(cursor::startsWith);
        return OptionalLong.of(((Number) first.get("sequence")).longValue());
    }

    private static Bson startsWith(String prefix) {
        return Filters.and(Filters.gte("cursor", prefix), Filters.lt("cursor", prefix + Character.MAX_VALUE));
    }

    long count() {
        return StoreExceptionTranslator.execute(() -> waiting.estimatedDocumentCount());
    }

    /** How long the oldest waiting event has been waiting; zero when there is none. */
    Duration oldestAge() {
        return StoreExceptionTranslator.execute(() -> Optional
                .ofNullable(waiting.find().sort(new Document("since", 1)).first())
                .map(each -> Duration.between(each.getDate("since").toInstant(), Instant.now())).orElse(Duration.ZERO));
    }
}
