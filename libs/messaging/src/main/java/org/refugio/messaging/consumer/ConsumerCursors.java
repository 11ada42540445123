package org.refugio.messaging.consumer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.bson.Document;
import org.refugio.messaging.background.DelayedRun;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * The position of the last applied event per source aggregate, of one consumer group.
 *
 * <p>A process remembers the cursors that it has advanced and stores them together, half a second later. The offsets of a poll
 * are committed after its cursors are stored; until then a crash has its records delivered again, and their effects change
 * nothing. A stored cursor never goes back, whatever other instances store meanwhile: everything before it was applied by
 * one of them.
 */
final class ConsumerCursors implements AutoCloseable {

    /** The position of a cursor after which no event of the aggregate is applied. */
    static final long END = Long.MAX_VALUE;

    private static final Duration WRITE_DELAY = Duration.ofMillis(500);
    private static final Duration ACKNOWLEDGE_DELAY = Duration.ofSeconds(5);
    /** Of polls whose records are held in memory. */
    private static final int MAX_UNACKNOWLEDGED = 100;
    private static final int MAX_KNOWN = 50_000;
    private static final String LAST = "last";

    private final MongoCollection<Document> cursors;
    private final String group;
    /** Positions that were read or reached by this process. Another instance may have advanced a cursor since. */
    private final Cache<String, Long> known = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();
    /** Positions that were reached by this process and are not stored yet. */
    private final Map<String, Long> unstored = new ConcurrentHashMap<>();
    /** Of the polls that are applied. */
    private final Queue<Runnable> acknowledgements = new ConcurrentLinkedQueue<>();
    private final DelayedRun writing = new DelayedRun("cursors", WRITE_DELAY, this::write);
    private final DelayedRun acknowledging = new DelayedRun("offsets", ACKNOWLEDGE_DELAY, this::acknowledge);

    ConsumerCursors(MongoDatabase database, String group) {
        this.cursors = database.getCollection("cursors");
        this.group = group;
    }

    String idOf(EventOrigin source) {
        return idOf(source.producer(), source.aggregate());
    }

    String idOf(String producer, String aggregate) {
        return prefix() + producer + "|" + aggregate;
    }

    /** Of the ids of all cursors. */
    String prefix() {
        return group + "|";
    }

    /** Of the ids of the cursors of the events of this producer. */
    String prefix(String producer) {
        return idOf(producer, "");
    }

    /** The gap at a cursor at which events wait. */
    EventGap gap(WaitingEvents.Group found) {
        String[] parts = found.cursor().split(Pattern.quote("|"), 3);
        return new EventGap(parts[1], parts[2], last(found.cursor()), found.next(), found.events(), found.since());
    }

    /** The position of the last applied event, as far as it is stored or known to this process; 0 before the first. */
    long last(String cursor) {
        Document found = StoreExceptionTranslator.execute(() -> cursors.find(Filters.eq("_id", cursor)).first());
        long stored = found == null ? 0 : ((Number) found.get(LAST)).longValue();
        long last = Math.max(stored, unstored.getOrDefault(cursor, 0L));
        if (last > 0) {
            known.put(cursor, last);
        }
        return last;
    }

    /**
     * The position without a read where this process knows it, or where the event is the first of its aggregate. The stored
     * cursor can be after it: then the event is applied again, without effect.
     */
    long lastKnown(String cursor, long next) {
        Long reached = unstored.get(cursor);
        Long last = reached == null ? known.getIfPresent(cursor) : reached;
        if (last != null) {
            return last;
        }
        return EventPosition.sequence(next) == 1 ? 0 : last(cursor);
    }

    /** Whether all events up to this position are applied. */
    boolean reached(String cursor, long position) {
        return lastKnown(cursor, position) >= position || last(cursor) >= position;
    }

    /** Advances the cursor to this position, unless it is beyond, and stores it soon. */
    void advance(String cursor, long position) {
        unstored.merge(cursor, position, Math::max);
        known.asMap().merge(cursor, position, Math::max);
        writing.request();
    }

    /** Advances the cursor to this position, unless it is beyond, and stores it. */
    void advanceNow(String cursor, long position) {
        store(Map.of(cursor, position));
        known.asMap().merge(cursor, position, Math::max);
    }

    /** Advances the stored cursor if it is at {@code last}; whether this call did so. */
    boolean advanceFrom(String cursor, long last, long position) {
        write();
        boolean advanced = last == 0 ? insert(cursor, position) : replace(cursor, last, position);
        if (advanced) {
            known.asMap().merge(cursor, position, Math::max);
        }
        return advanced;
    }

    private boolean insert(String cursor, long position) {
        try {
            StoreExceptionTranslator
                    .execute(() -> cursors.insertOne(new Document("_id", cursor).append(LAST, position)));
            return true;
        } catch (MongoException e) {
            return false; // another instance advanced it first
        }
    }

    private boolean replace(String cursor, long last, long position) {
        return StoreExceptionTranslator.execute(() -> cursors
                .updateOne(Filters.and(Filters.eq("_id", cursor), Filters.eq(LAST, last)), Updates.set(LAST, position))
                .getMatchedCount()) == 1;
    }

    /** Acknowledges a poll after the cursors that it has advanced are stored, within a few seconds. */
    void acknowledgeLater(Runnable acknowledgement) {
        acknowledgements.add(acknowledgement);
        if (acknowledgements.size() > MAX_UNACKNOWLEDGED) {
            acknowledge();
        } else {
            acknowledging.request();
        }
    }

    private synchronized void acknowledge() {
        int covered = acknowledgements.size(); // before the cursors are written: those of these polls are among them
        write();
        for (int i = 0; i < covered; i++) {
            acknowledgements.remove().run();
        }
    }

    /**
     * Stores the cursors that are not stored yet.
     *
     * @throws TransientFailure when the store does not respond
     */
    synchronized void write() {
        Map<String, Long> positions = Map.copyOf(unstored);
        if (!positions.isEmpty()) {
            store(positions);
            positions.forEach(unstored::remove);
        }
    }

    private void store(Map<String, Long> positions) {
        List<UpdateOneModel<Document>> writes = positions.entrySet().stream()
                .map(each -> new UpdateOneModel<Document>(Filters.eq("_id", each.getKey()),
                        Updates.max(LAST, each.getValue()), new UpdateOptions().upsert(true)))
                .toList();
        try {
            StoreExceptionTranslator.execute(() -> cursors.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        } catch (MongoBulkWriteException e) {
            throw new TransientFailure("another instance has inserted the same cursor", e);
        }
    }

    /** Stores what is not stored yet, if the store responds. */
    @Override
    public void close() {
        acknowledging.close();
        writing.close();
    }
}
