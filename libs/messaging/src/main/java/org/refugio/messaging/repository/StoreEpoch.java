package org.refugio.messaging.repository;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The epoch of a store. A restore from a backup starts a new one: sequences that are assigned again after it can be
 * distinguished from duplicates.
 */
public final class StoreEpoch {

    private static final Logger LOG = LoggerFactory.getLogger(StoreEpoch.class);
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
        long current = Long.parseLong(found.getString("value"));
        if (restored.isBlank()) {
            return current;
        }
        if (restored.equals(found.getString("restored"))) {
            LOG.info("The restore {} was already handled; the epoch of the store stays {}", restored, current);
            return current;
        }
        long next = current + 1;
        boolean started = meta
                .updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq("value", found.getString("value"))),
                        Updates.combine(Updates.set("value", Long.toString(next)), Updates.set("restored", restored)))
                .getModifiedCount() == 1;
        if (started) {
            LOG.info("The restore {} is handled: the store starts epoch {}", restored, next);
            return next;
        }
        return of(database, restored);
    }
}
