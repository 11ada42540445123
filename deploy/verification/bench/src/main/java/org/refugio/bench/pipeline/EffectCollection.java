package org.refugio.bench.pipeline;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The effect of both consumers: one durable write under the id of the event. */
final class EffectCollection {

    private static final int PATIENCE_SECONDS = 120;

    private final MongoCollection<Document> effects;
    private final Semaphore landed = new Semaphore(0);

    EffectCollection(MongoDatabase database) {
        this.effects = database.getCollection("effects");
    }

    void effect(String aggregate, long sequence, String step) {
        try {
            effects.insertOne(new Document("_id", aggregate + "|" + sequence).append("step", step).append("office",
                    "tapachula"));
        } catch (MongoWriteException e) {
            if (e.getCode() != 11000) {
                throw e; // only a duplicate key means that this ran before
            }
        }
    }

    /** One event has been processed. */
    void done() {
        landed.release();
    }

    void await(int events) throws InterruptedException {
        if (!landed.tryAcquire(events, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + landed.availablePermits() + " of " + events + " events landed");
        }
    }

    long count() {
        return effects.countDocuments();
    }
}
