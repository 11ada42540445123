package org.refugio.messaging;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/** The store's epoch: a restore from a backup starts a new one, so that repeated sequences are told from duplicates. */
final class Epoch {

    private Epoch() {
    }

    static String of(MongoDatabase database) {
        Document meta = database.getCollection("meta").findOneAndUpdate(Filters.eq("_id", "epoch"),
                Updates.setOnInsert("value", "1"), new com.mongodb.client.model.FindOneAndUpdateOptions().upsert(true)
                        .returnDocument(com.mongodb.client.model.ReturnDocument.AFTER));
        return meta.getString("value");
    }
}
