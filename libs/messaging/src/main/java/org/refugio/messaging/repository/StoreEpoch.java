package org.refugio.messaging.repository;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The epoch of a store, as this process knows it. A restore from a backup starts a new one: sequences that are assigned again
 * after it can be distinguished from duplicates.
 */
public final class StoreEpoch {

    private static final Logger LOG = LoggerFactory.getLogger(StoreEpoch.class);
    private static final String ID = "epoch";

    private final MongoCollection<Document> meta;
    private final AtomicLong known;

    /**
     * Reads the epoch of the store.
     *
     * @param restored the operator's name for the last restore, empty when there was none; a name that is new to the
     *     store starts a new epoch, once, however many instances start with it
     */
    public StoreEpoch(MongoDatabase database, String restored) {
        this.meta = database.getCollection("meta");
        this.known = new AtomicLong(start(restored));
    }

    /** The epoch of new events, from 1. */
    public long current() {
        return known.get();
    }

    /** Another instance has started this epoch, after a restore that this process has not been told about. */
    public void seen(long epoch) {
        if (known.getAndAccumulate(epoch, Math::max) < epoch) {
            LOG.warn("The store is in epoch {}: this process ran before the restore, or was not told its name", epoch);
        }
    }

    /**
     * Reads the epoch again: an instance that runs through a restore continues in the new epoch.
     *
     * @throws org.refugio.messaging.failure.TransientFailure when the store does not respond
     */
    public void refresh() {
        Document found = StoreExceptionTranslator.execute(() -> meta.find(Filters.eq("_id", ID)).first());
        if (found != null) {
            seen(value(found));
        }
    }

    private long start(String restored) {
        Document found = meta.findOneAndUpdate(Filters.eq("_id", ID), Updates.setOnInsert("value", "1"),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        long current = value(found);
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
        return start(restored);
    }

    private static long value(Document found) {
        return Long.parseLong(found.getString("value"));
    }
}
