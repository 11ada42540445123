package org.refugio.document.uploads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.springframework.stereotype.Component;

/** The files that are on their way in. What a crash leaves here is swept, with its pieces. */
@Component
public class PendingUploads {

    private final MongoCollection<Document> arrivals;

    PendingUploads(MongoDatabase database) {
        this.arrivals = database.getCollection("arrivals");
    }

    /**
     * A file on its way.
     *
     * @param pieces how many may have been written
     * @param begunAt by the machine's clock
     */
    public record Arrival(String contentId, String caseId, int pieces, Instant begunAt) {}

    /** Note that a file comes, before its first piece is written. */
    public Arrival begin(String caseId) {
        Arrival begun = new Arrival(UUID.randomUUID().toString(), caseId, 0, Instant.now());
        StoreExceptionTranslator
                .execute(() -> arrivals.insertOne(new Document("_id", begun.contentId()).append("case", caseId)
                        .append("pieces", 0).append("begunAt", Date.from(begun.begunAt()))));
        return begun;
    }

    /** Note that this many pieces may stand in the store. */
    void counts(String contentId, int pieces) {
        StoreExceptionTranslator
                .execute(() -> arrivals.updateOne(Filters.eq("_id", contentId), Updates.set("pieces", pieces)));
    }

    /** A checklist names it, or its pieces are gone. */
    public void settled(String contentId) {
        StoreExceptionTranslator.execute(() -> arrivals.deleteOne(Filters.eq("_id", contentId)));
    }

    /** How it stands now; with no pieces when it is settled. */
    public Arrival now(Arrival arrival) {
        Document found = StoreExceptionTranslator
                .execute(() -> arrivals.find(Filters.eq("_id", arrival.contentId())).first());
        return found == null ? arrival : read(found);
    }

    /** Those that began before this moment. */
    public List<Arrival> begunBefore(Instant moment) {
        return StoreExceptionTranslator.execute(() -> {
            List<Arrival> found = new ArrayList<>();
            arrivals.find(Filters.lt("begunAt", Date.from(moment))).forEach(each -> found.add(read(each)));
            return found;
        });
    }

    private static Arrival read(Document found) {
        return new Arrival(found.getString("_id"), found.getString("case"), found.getInteger("pieces"),
                found.getDate("begunAt").toInstant());
    }
}
