package org.refugio.messaging.repository;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * The epoch of a store. A restore from a backup starts a new one: sequences that are assigned again after it can be
 * distinguished from duplicates.
 */
public final class StoreEpoch {

    private static final String ID = "epoch";

    private StoreEpoch() {
    }

    /**
     * The current epoch of the store, from 1.
     *
     * @param restored the operator's name for the last restore, empty when there was none; a name that is new to the
     *     store starts a new epoch, once, however many instances start with it
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
