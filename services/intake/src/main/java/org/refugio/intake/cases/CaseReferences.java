package org.refugio.intake.cases;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.refugio.messaging.failure.TransientFailure;
import org.springframework.stereotype.Component;

/**
 * Sequential reference numbers per office. A command that fails after taking a number leaves a gap, which is
 * acceptable.
 */
@Component
class CaseReferences {

    private static final FindOneAndUpdateOptions UPSERT = new FindOneAndUpdateOptions().upsert(true)
            .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> counters;

    CaseReferences(MongoDatabase database) {
        this.counters = database.getCollection("counters");
    }

    String next(String office, String prefix) {
        try {
            Document counter = counters.findOneAndUpdate(Filters.eq("_id", office), Updates.inc("last", 1), UPSERT);
            return "%s-%04d".formatted(prefix, counter.getInteger("last"));
        } catch (MongoException e) {
            throw new TransientFailure("the counter of references is unavailable", e);
        }
    }
}
