package org.refugio.messaging.consumer;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * Records that could not be applied and that a repetition alone cannot help. An operator replays them, or discards them
 * with a reason; they are never edited. Exception messages are not stored with them, because they can contain personal
 * data.
 */
public final class ParkedEvents {

    private final MongoCollection<Document> parked;
    private final MongoCollection<Document> discarded;

    ParkedEvents(MongoDatabase database) {
        this.parked = database.getCollection("parked");
        this.discarded = database.getCollection("discarded");
    }

    /**
     * A parked record without its content.
     *
     * @param id safe to use in a URL
     * @param producer the producing service
     * @param aggregate the id of the source aggregate, or null when the record has none
     * @param sequence the position of the event; 0 when the record has none
     * @param key the key of the Kafka record
     * @param type the wire name, or null when the record has none
     * @param reason a stable word: {@code undecodable}, {@code unknown-version}, {@code fault-…}
     * @param parkedAt by the system clock
     */
    public record Parked(String id, String producer, String aggregate, long sequence, String key, String type,
            String reason, Instant parkedAt) {}

    /**
     * What an operator has given up.
     *
     * @param id of the parked record, or of the gap
     * @param producer the producing service
     * @param aggregate the id of the source aggregate, or null when the record has none
     * @param from the position of the first event that was given up; 0 when the record has none
     * @param to the position of the last one; null when all later events of the aggregate are given up
     * @param type the wire name; null for a gap, whose events were never received
     * @param reason the operator's words
     * @param by the operator's id
     * @param at by the system clock
     */
    public record Discarded(String id, String producer, String aggregate, long from, Long to, String type,
            String reason, String by, Instant at) {}

    /** A page of the parked records, oldest first. */
    List<Parked> page(int skip, int limit) {
        return StoreExceptionTranslator.execute(() -> {
            List<Parked> page = new ArrayList<>();
            parked.find().sort(Sorts.ascending("parkedAt")).skip(skip).limit(limit)
                    .forEach(each -> page.add(view(each)));
            return page;
        });
    }

    /** A page of what was given up, newest first. */
    List<Discarded> discarded(int skip, int limit) {
        return StoreExceptionTranslator.execute(() -> {
            List<Discarded> page = new ArrayList<>();
            discarded.find().sort(Sorts.descending("discardedAt", "_id")).skip(skip).limit(limit)
                    .forEach(each -> page.add(discarded(each)));
            return page;
        });
    }

    /** Whether an event of this aggregate is parked. */
    boolean holds(String producer, String aggregate) {
        return StoreExceptionTranslator.execute(() -> parked
                .find(Filters.and(Filters.eq("producer", producer), Filters.eq("aggregate", aggregate)))
                .first()) != null;
    }

    /** The number of parked records. */
    long count() {
        return StoreExceptionTranslator.execute(() -> parked.estimatedDocumentCount());
    }

    void park(String id, String producer, Optional<EventOrigin> source, IncomingRecord record, String reason) {
        Document document = record.toBson(id).append("producer", producer)
                .append("aggregate", source.map(EventOrigin::aggregate).orElse(null))
                .append("sequence", source.map(EventOrigin::sequence).orElse(0L)).append("type", record.type())
                .append("reason", reason).append("parkedAt", new Date());
        StoreExceptionTranslator.execute(
                () -> parked.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)));
    }

    Optional<Document> find(String id) {
        return StoreExceptionTranslator.execute(() -> Optional.ofNullable(parked.find(Filters.eq("_id", id)).first()));
    }

    void remove(String id) {
        StoreExceptionTranslator.execute(() -> parked.deleteOne(Filters.eq("_id", id)));
    }

    void recordDiscard(Document document, boolean allLater, String reason, String by) {
        record(new Document(document).append("allLater", allLater), reason, by);
    }

    /** Records the events between the last applied and the first waiting one as given up. */
    void recordSkip(String cursor, EventGap gap, String reason, String by) {
        record(new Document("_id", DerivedIds.derived(cursor, "gap", Long.toString(gap.after())))
                .append("producer", gap.producer()).append("aggregate", gap.aggregate())
                .append("sequence", gap.after() + 1).append("to", gap.next() - 1), reason, by);
    }

    private void record(Document given, String reason, String by) {
        given.append("discardReason", reason).append("discardedBy", by).append("discardedAt", new Date());
        StoreExceptionTranslator.execute(() -> discarded.replaceOne(Filters.eq("_id", given.getString("_id")), given,
                new ReplaceOptions().upsert(true)));
    }

    private static Discarded discarded(Document document) {
        long from = ((Number) document.get("sequence")).longValue();
        Number to = document.containsKey("to") ? (Number) document.get("to") : from;
        return new Discarded(document.getString("_id"), document.getString("producer"), document.getString("aggregate"),
                from, document.getBoolean("allLater", false) ? null : (Long) to.longValue(), document.getString("type"),
                document.getString("discardReason"), document.getString("discardedBy"),
                document.getDate("discardedAt").toInstant());
    }

    private static Parked view(Document document) {
        return new Parked(document.getString("_id"), document.getString("producer"), document.getString("aggregate"),
                ((Number) document.get("sequence")).longValue(), document.getString("key"), document.getString("type"),
                document.getString("reason"), document.getDate("parkedAt").toInstant());
    }
}
