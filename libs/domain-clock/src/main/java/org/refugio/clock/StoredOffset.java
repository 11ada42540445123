package org.refugio.clock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The shared offset as one document, {@code {_id: "clock", offsetMillis}}. */
final class StoredOffset implements SharedOffset {

    private static final Bson DOCUMENT = Filters.eq("clock");
    private static final String OFFSET = "offsetMillis";

    private final MongoCollection<Document> clock;

    StoredOffset(MongoClient client, String database) {
        this.clock = client.getDatabase(database).getCollection("clock").withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public long read() {
        Document found = clock.find(DOCUMENT).first();
        return found == null ? 0 : found.get(OFFSET, Number.class).longValue();
    }

    @Override
    public void raiseTo(long millis) {
        try {
            max(millis);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            max(millis); // a concurrent first move has just created the document
        }
    }

    private void max(long millis) {
        clock.updateOne(DOCUMENT, Updates.max(OFFSET, millis), new UpdateOptions().upsert(true));
    }
}
