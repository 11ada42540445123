package org.refugio.messaging.consumer;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * How far one consumer group has come with each source aggregate, and the events that came too early. A cursor only ever
 * moves by one, by compare-and-set.
 */
public final class ConsumerCursors {

    private static final int LOOK = 1000;

    private final MongoCollection<Document> cursors;
    private final MongoCollection<Document> waiting;
    private final String group;
    private final int look;
    /** The prefixes at which the last sweep found nobody waiting and nobody was kept since: spares a look per event. */
    private final Set<String> quiet = ConcurrentHashMap.newKeySet();
    private final AtomicLong keeps = new AtomicLong();

    public ConsumerCursors(MongoDatabase database, String group) {
        this(database, group, LOOK);
    }

    public ConsumerCursors(MongoDatabase database, String group, int look) {
        this.look = look;
        this.cursors = database.getCollection("cursors");
        this.waiting = database.getCollection("waiting");
        this.group = group;
    }

    String idOf(EventOrigin source) {
        return group + "|" + source.producer() + "|" + source.aggregate();
    }

    /** The last sequence that took effect; 0 before the first. */
    long last(String cursor) {
        Document found = StoreExceptionTranslator.guarded(() -> cursors.find(Filters.eq("_id", cursor)).first());
        return found == null ? 0 : ((Number) found.get("last")).longValue();
    }

    /** Move on from {@code last} to {@code next}; whether this call did it. */
    boolean advance(String cursor, long last, long next) {
        if (last == 0) {
            try {
                StoreExceptionTranslator
                        .guarded(() -> cursors.insertOne(new Document("_id", cursor).append("last", next)));
                return true;
            } catch (MongoException e) {
                return false; // another instance was faster: the event took effect once all the same
            }
        }
        return StoreExceptionTranslator.guarded(() -> cursors
                .updateOne(Filters.and(Filters.eq("_id", cursor), Filters.eq("last", last)), Updates.set("last", next))
                .getMatchedCount()) == 1;
    }

    /** Keep an event that came before its turn. */
    void keep(String cursor, long sequence, IncomingRecord record) {
        try {
            StoreExceptionTranslator.guarded(() -> waiting.insertOne(record.toBson(cursor + "|" + sequence)
                    .append("cursor", cursor).append("sequence", sequence).append("since", new Date())));
        } catch (MongoException e) {
            // it is kept already: delivered again
        }
        keeps.incrementAndGet();
        quiet.removeIf(cursor::startsWith);
    }

    /**
     * The event that waits at this place. What another instance kept a moment ago may stay unseen here; the sweep of
     * either then releases it.
     */
    Optional<IncomingRecord> kept(String cursor, long sequence) {
        if (quiet.stream().anyMatch(cursor::startsWith)) {
            return Optional.empty();
        }
        return StoreExceptionTranslator.guarded(
                () -> Optional.ofNullable(waiting.find(Filters.eq("_id", cursor + "|" + sequence)).first())
                        .map(IncomingRecord::fromBson));
    }

    void release(String cursor, long sequence) {
        StoreExceptionTranslator.guarded(() -> waiting.deleteOne(Filters.eq("_id", cursor + "|" + sequence)));
    }

    /** An event that waits for its turn. */
    public record Waiting(String cursor, long sequence) {}

    /** How far a look at those who wait has come: by arrival, then by id. */
    public record Place(Date since, String id) {

        static final Place FIRST = new Place(new Date(0), "");
    }

    /**
     * Look at the next of those who wait at this producer's cursors, in the order of their arrival. Each look takes up
     * where the one before ended, so that everybody is reached however many there are.
     *
     * @return where the next look begins
     */
    public Place waiting(String prefix, Place from, Consumer<Waiting> each) {
        Bson mine = Filters.and(Filters.gte("cursor", prefix), Filters.lt("cursor", prefix + Character.MAX_VALUE));
        Bson after = Filters.or(Filters.gt("since", from.since()),
                Filters.and(Filters.eq("since", from.since()), Filters.gt("_id", from.id())));
        long keptBefore = keeps.get();
        List<Document> found = StoreExceptionTranslator.guarded(() -> waiting.find(Filters.and(mine, after))
                .projection(Projections.include("cursor", "sequence", "since")).sort(Sorts.ascending("since", "_id"))
                .limit(look).into(new ArrayList<>()));
        if (!found.isEmpty()) {
            quiet.remove(prefix);
        } else if (from.equals(Place.FIRST) && keeps.get() == keptBefore) {
            quiet.add(prefix);
            if (keeps.get() != keptBefore) {
                quiet.remove(prefix);
            }
        }
        found.forEach(one -> each
                .accept(new Waiting(one.getString("cursor"), ((Number) one.get("sequence")).longValue())));
        return found.size() < look
                ? Place.FIRST
                : new Place(found.getLast().getDate("since"), found.getLast().getString("_id"));
    }

    public long waitingCount() {
        return StoreExceptionTranslator.guarded(() -> waiting.countDocuments());
    }

    /** For how long the longest-waiting event has waited. */
    public Duration waitingSince() {
        return StoreExceptionTranslator.guarded(() -> Optional
                .ofNullable(waiting.find().sort(new Document("since", 1)).first())
                .map(each -> Duration.between(each.getDate("since").toInstant(), Instant.now())).orElse(Duration.ZERO));
    }
}
