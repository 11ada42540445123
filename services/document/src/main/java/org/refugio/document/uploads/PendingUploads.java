package org.refugio.document.uploads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.springframework.stereotype.Component;

/** The uploads in progress. Those that remain after a crash are swept, with their chunks. */
@Component
public class PendingUploads {

    private final MongoCollection<Document> uploads;

    PendingUploads(MongoDatabase database) {
        this.uploads = database.getCollection("arrivals");
        uploads.createIndex(Indexes.ascending("begunAt")); // for the sweep
    }

    /**
     * An upload in progress.
     *
     * @param chunks how many chunks may have been written
     * @param begunAt in machine time
     */
    public record PendingUpload(String contentId, String caseId, int chunks, Instant begunAt) {}

    /** Records an upload before its first chunk is written. */
    public PendingUpload begin(String caseId) {
        PendingUpload started = new PendingUpload(UUID.randomUUID().toString(), caseId, 0, Instant.now());
        StoreExceptionTranslator
                .execute(() -> uploads.insertOne(new Document("_id", started.contentId()).append("case", caseId)
                        .append("pieces", 0).append("begunAt", Date.from(started.begunAt()))));
        return started;
    }

    /** Records that this many chunks may have been stored. */
    void recordChunks(String contentId, int chunks) {
        StoreExceptionTranslator
                .execute(() -> uploads.updateOne(Filters.eq("_id", contentId), Updates.set("pieces", chunks)));
    }

    /** Removes an upload that a checklist references or whose chunks were removed. */
    public void complete(String contentId) {
        StoreExceptionTranslator.execute(() -> uploads.deleteOne(Filters.eq("_id", contentId)));
    }

    /** The current record; unchanged when the upload is completed. */
    public PendingUpload current(PendingUpload upload) {
        Document found = StoreExceptionTranslator
                .execute(() -> uploads.find(Filters.eq("_id", upload.contentId())).first());
        return found == null ? upload : read(found);
    }

    /** The uploads that started before this time. */
    public List<PendingUpload> findStartedBefore(Instant time) {
        return StoreExceptionTranslator.execute(() -> {
            List<PendingUpload> found = new ArrayList<>();
            uploads.find(Filters.lt("begunAt", Date.from(time))).forEach(each -> found.add(read(each)));
            return found;
        });
    }

    private static PendingUpload read(Document found) {
        return new PendingUpload(found.getString("_id"), found.getString("case"), found.getInteger("pieces"),
                found.getDate("begunAt").toInstant());
    }
}
