package org.refugio.messaging.repository;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/** The store's epoch: a restore from a backup starts a new one, so that repeated sequences are told from duplicates. */
public final class StoreEpoch {

    private static final String ID = "epoch";

    private StoreEpoch() {
    }

    /**
     * The epoch that this store is in.
     *
     * @param restored what the operator calls the last restore, empty when there was none; a name that the store does not
     *     know yet starts a new epoch, once, however many instances start with it
     */
    public static long of(MongoDatabase database, String restored) {
        MongoCollection<Document> meta = database.getCollection("meta");
        Document found = meta.findOneAndUpdate(Filters.eq("_id", ID), Updates.setOnInsert("value", "1"),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (restored.isBlank() || restored.equals(found.getString("restored"))) {
            return Long.parseLong(found.getString("value"));
        }
        meta.updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq("value", found.getString("value"))),
                Updates.combine(Updates.set("value", Long.toString(Long.parseLong(found.getString("value")) + 1)),
                        Updates.set("restored", restored)));
        return of(database, restored);
    }
}
