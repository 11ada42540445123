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
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * Records that could not take effect by a fault of their own. They are seen, replayed or discarded with a reason, and
 * never edited. Neither exception messages nor values are kept beside them: both can hold personal data.
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
     * @param id url-safe
     * @param reason a stable word: {@code undecodable}, {@code unknown-version}, {@code fault-…}
     */
    public record Parked(String id, String producer, String aggregate, long sequence, String key, String type,
            String reason, Instant parkedAt) {}

    /** A page of them, oldest first. */
    public List<Parked> page(int skip, int limit) {
        return StoreExceptionTranslator.guarded(() -> {
            List<Parked> page = new ArrayList<>();
            parked.find().sort(Sorts.ascending("parkedAt")).skip(skip).limit(limit)
                    .forEach(each -> page.add(view(each)));
            return page;
        });
    }

    /** How many there are. */
    public long count() {
        return StoreExceptionTranslator.guarded(() -> parked.countDocuments());
    }

    void park(String id, String producer, Optional<EventOrigin> source, IncomingRecord record, String reason) {
        Document document = record.toBson(id).append("producer", producer)
                .append("aggregate", source.map(EventOrigin::aggregate).orElse(null))
                .append("sequence", source.map(EventOrigin::sequence).orElse(0L)).append("type", record.type())
                .append("reason", reason).append("parkedAt", new Date());
        StoreExceptionTranslator.guarded(
                () -> parked.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)));
    }

    Optional<Document> find(String id) {
        return StoreExceptionTranslator.guarded(() -> Optional.ofNullable(parked.find(Filters.eq("_id", id)).first()));
    }

    void remove(String id) {
        StoreExceptionTranslator.guarded(() -> parked.deleteOne(Filters.eq("_id", id)));
    }

    void recordDiscard(Document document, String reason, String by) {
        Document kept = new Document(document).append("discardReason", reason).append("discardedBy", by)
                .append("discardedAt", new Date());
        StoreExceptionTranslator.guarded(() -> discarded.replaceOne(Filters.eq("_id", document.getString("_id")), kept,
                new ReplaceOptions().upsert(true)));
    }

    private static Parked view(Document document) {
        return new Parked(document.getString("_id"), document.getString("producer"), document.getString("aggregate"),
                ((Number) document.get("sequence")).longValue(), document.getString("key"), document.getString("type"),
                document.getString("reason"), document.getDate("parkedAt").toInstant());
    }
}
