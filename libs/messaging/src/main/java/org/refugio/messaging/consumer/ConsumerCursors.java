package org.refugio.messaging.consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
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
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * The position of the last applied event per source aggregate, and the events that wait for an earlier one, of one consumer
 * group. A cursor advances by compare-and-set.
 */
final class ConsumerCursors {

    /** The position of a cursor after which no event of the aggregate is applied. */
    static final long END = Long.MAX_VALUE;

    private static final int BATCH = 1000;
    private static final int MAX_KNOWN = 50_000;

    private final MongoCollection<Document> cursors;
    private final MongoCollection<Document> waiting;
    private final String group;
    private final int batch;
    /** The cursor prefixes without waiting events since the last sweep; they need no query per event. */
    private final Set<String> withoutWaiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong kept = new AtomicLong();
    /** Positions that were read or written by this process. Another instance may have advanced a cursor since. */
    private final Cache<String, Long> known = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

    ConsumerCursors(MongoDatabase database, String group) {
        this(database, group, BATCH);
    }

    ConsumerCursors(MongoDatabase database, String group, int batch) {
        this.batch = batch;
        this.cursors = database.getCollection("cursors");
        this.waiting = database.getCollection("waiting");
        this.group = group;
    }

    String idOf(EventOrigin source) {
        return group + "|" + source.producer() + "|" + source.aggregate();
    }

    /** The position of the last applied event; 0 before the first. */
    long last(String cursor) {
        Document found = StoreExceptionTranslator.execute(() -> cursors.find(Filters.eq("_id", cursor)).first());
        if (found == null) {
            return 0;
        }
        long last = ((Number) found.get("last")).longValue();
        known.put(cursor, last);
        return last;
    }

    /**
     * The position without a read where this process knows it, or where the event is the first of its aggregate. The stored
     * cursor is never before it; if it is after it, the event is applied again without effect, and {@link #advance} fails.
     */
    long lastKnown(String cursor, long next) {
        Long last = known.getIfPresent(cursor);
        if (last != null) {
            return last;
        }
        return EventPosition.sequence(next) == 1 ? 0 : last(cursor);
    }

    /** Advances the cursor to this position, unless it is there or beyond, whatever other instances do meanwhile. */
    void advanceTo(String cursor, long next) {
        for (long last = last(cursor); last < next && !advance(cursor, last, next); last = last(cursor)) {
            Thread.onSpinWait();
        }
    }

    /** Advances the cursor from {@code last} to {@code next}; whether this call did so. */
    boolean advance(String cursor, long last, long next) {
        boolean advanced = last == 0 ? insert(cursor, next) : replace(cursor, last, next);
        if (advanced) {
            known.put(cursor, next);
        } else {
            known.invalidate(cursor);
        }
        return advanced;
    }

    /**
     * Advances cursors together.
     *
     * @throws TransientFailure when one of them was neither where this process knew it nor beyond. What is stored is known
     *         afterwards, and decides when the records are delivered again
     */
    void write(List<CursorBatch.Advance> advances) {
        if (advances.isEmpty() || writeTogether(advances)) {
            return;
        }
        List<CursorBatch.Advance> behind = advances.stream().filter(each -> last(each.cursor()) < each.next()).toList();
        if (!behind.isEmpty()) {
            throw new TransientFailure("cursors moved while their events were applied", null);
        }
    }

    /** Whether all were where this process knew them. */
    private boolean writeTogether(List<CursorBatch.Advance> advances) {
        if (advances.size() == 1) {
            CursorBatch.Advance one = advances.getFirst();
            return advance(one.cursor(), one.last(), one.next());
        }
        List<WriteModel<Document>> writes = advances.stream().<WriteModel<Document>>map(each -> each.last() == 0
                ? new InsertOneModel<>(new Document("_id", each.cursor()).append("last", each.next()))
                : new UpdateOneModel<>(Filters.and(Filters.eq("_id", each.cursor()), Filters.eq("last", each.last())),
                        Updates.set("last", each.next())))
                .toList();
        boolean all;
        try {
            BulkWriteResult result = StoreExceptionTranslator
                    .execute(() -> cursors.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
            all = result.getInsertedCount() + result.getMatchedCount() == advances.size();
        } catch (MongoBulkWriteException _) {
            all = false; // another instance has inserted one of them
        }
        for (CursorBatch.Advance each : advances) {
            if (all) {
                known.put(each.cursor(), each.next());
            } else {
                known.invalidate(each.cursor());
            }
        }
        return all;
    }

    private boolean insert(String cursor, long next) {
        try {
            StoreExceptionTranslator
                    .execute(() -> cursors.insertOne(new Document("_id", cursor).append("last", next)));
            return true;
        } catch (MongoException e) {
            return false; // another instance advanced it first; the effect of the event is idempotent
        }
    }

    private boolean replace(String cursor, long last, long next) {
        return StoreExceptionTranslator.execute(() -> cursors
                .updateOne(Filters.and(Filters.eq("_id", cursor), Filters.eq("last", last)), Updates.set("last", next))
                .getMatchedCount()) == 1;
    }

    /** Stores an event that arrived before its predecessor. */
    void addWaiting(String cursor, long sequence, IncomingRecord record) {
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
    Optional<IncomingRecord> findWaiting(String cursor, long sequence) {
        if (withoutWaiting.stream().anyMatch(cursor::startsWith)) {
            return Optional.empty();
        }
        return StoreExceptionTranslator.execute(
                () -> Optional.ofNullable(waiting.find(Filters.eq("_id", cursor + "|" + sequence)).first())
                        .map(IncomingRecord::fromBson));
    }

    void removeWaiting(String cursor, long sequence) {
        StoreExceptionTranslator.execute(() -> waiting.deleteOne(Filters.eq("_id", cursor + "|" + sequence)));
    }

    /** A waiting event. */
    record Waiting(String cursor, long sequence) {}

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
    SweepPosition sweep(String prefix, SweepPosition from, Consumer<Waiting> each) {
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
                .accept(new Waiting(one.getString("cursor"), ((Number) one.get("sequence")).longValue())));
        return found.size() < batch
                ? SweepPosition.START
                : new SweepPosition(found.getLast().getDate("since"), found.getLast().getString("_id"));
    }

    /** The cursors of this group at which events wait, those that have waited longest first. */
    List<EventGap> gaps(int limit) {
        return StoreExceptionTranslator.execute(() -> waiting
                .aggregate(List.of(Aggregates.match(startsWith(group + "|")),
                        Aggregates.group("$cursor", Accumulators.min("next", "$sequence"),
                                Accumulators.sum("events", 1), Accumulators.min("since", "$since")),
                        Aggregates.sort(Sorts.ascending("since", "_id")), Aggregates.limit(limit)))
                .into(new ArrayList<>())).stream().map(this::gap).toList();
    }

    private EventGap gap(Document found) {
        String cursor = found.getString("_id");
        String[] parts = cursor.split(Pattern.quote("|"), 3);
        return new EventGap(parts[1], parts[2], last(cursor), ((Number) found.get("next")).longValue(),
                ((Number) found.get("events")).longValue(), found.getDate("since").toInstant());
    }

    /** The position of the first event that waits at this cursor; empty when none does. */
    OptionalLong firstWaiting(String cursor) {
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

    long waitingCount() {
        return StoreExceptionTranslator.execute(() -> waiting.estimatedDocumentCount());
    }

    /** How long the oldest waiting event has been waiting; zero when there is none. */
    Duration oldestWaitingAge() {
        return StoreExceptionTranslator.execute(() -> Optional
                .ofNullable(waiting.find().sort(new Document("since", 1)).first())
                .map(each -> Duration.between(each.getDate("since").toInstant(), Instant.now())).orElse(Duration.ZERO));
    }
}
