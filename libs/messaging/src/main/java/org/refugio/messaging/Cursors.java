package org.refugio.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * How far one consumer group has come with each source aggregate, and the events that came too early. A cursor only ever
 * moves by one, by compare-and-set.
 */
final class Cursors {

    private static final int SWEEP_BATCH = 1000;

    private final MongoCollection<Document> cursors;
    private final MongoCollection<Document> waiting;
    private final String group;

    Cursors(MongoDatabase database, String group) {
        this.cursors = database.getCollection("cursors");
        this.waiting = database.getCollection("waiting");
        this.group = group;
    }

    String idOf(SourceEvent source) {
        return group + "|" + source.producer() + "|" + source.aggregate();
    }

    /** The last sequence that took effect; 0 before the first. */
    long last(String cursor) {
        Document found = StoreFaults.guarded(() -> cursors.find(Filters.eq("_id", cursor)).first());
        return found == null ? 0 : ((Number) found.get("last")).longValue();
    }

    /** Move on from {@code n - 1} to {@code n}; whether this call did it. */
    boolean advance(String cursor, long n) {
        if (n == 1) {
            try {
                StoreFaults.guarded(() -> cursors.insertOne(new Document("_id", cursor).append("last", 1L)));
                return true;
            } catch (MongoException e) {
                return false; // another instance was faster: the event took effect once all the same
            }
        }
        return StoreFaults.guarded(() -> cursors
                .updateOne(Filters.and(Filters.eq("_id", cursor), Filters.eq("last", n - 1)), Updates.set("last", n))
                .getMatchedCount()) == 1;
    }

    /** Keep an event that came before its turn. */
    void keep(String cursor, long sequence, IncomingRecord record) {
        try {
            StoreFaults.guarded(() -> waiting.insertOne(record.toBson(cursor + "|" + sequence)
                    .append("cursor", cursor).append("sequence", sequence).append("since", new Date())));
        } catch (MongoException e) {
            // it is kept already: delivered again
        }
    }

    Optional<IncomingRecord> kept(String cursor, long sequence) {
        return StoreFaults.guarded(
                () -> Optional.ofNullable(waiting.find(Filters.eq("_id", cursor + "|" + sequence)).first())
                        .map(IncomingRecord::fromBson));
    }

    void release(String cursor, long sequence) {
        StoreFaults.guarded(() -> waiting.deleteOne(Filters.eq("_id", cursor + "|" + sequence)));
    }

    /** The cursors that somebody waits at. */
    Set<String> waitedAt() {
        Set<String> found = new TreeSet<>();
        StoreFaults.guarded(() -> {
            ofGroup().limit(SWEEP_BATCH).forEach(each -> found.add(each.getString("cursor")));
            return null;
        });
        return found;
    }

    /** Drop what was kept although its turn has come and gone. */
    void dropPassed(String cursor, long last) {
        List<Document> kept = StoreFaults
                .guarded(() -> waiting.find(Filters.eq("cursor", cursor)).into(new java.util.ArrayList<>()));
        kept.stream().map(each -> ((Number) each.get("sequence")).longValue()).filter(each -> each <= last)
                .forEach(each -> release(cursor, each));
    }

    long waitingCount() {
        return StoreFaults.guarded(() -> waiting.countDocuments());
    }

    /** For how long the longest-waiting event has waited. */
    Duration waitingSince() {
        return StoreFaults.guarded(() -> Optional.ofNullable(ofGroup().sort(new Document("since", 1)).first())
                .map(each -> Duration.between(each.getDate("since").toInstant(), Instant.now())).orElse(Duration.ZERO));
    }

    private com.mongodb.client.FindIterable<Document> ofGroup() {
        return waiting.find();
    }
}
