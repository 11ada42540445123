package org.refugio.messaging.repository;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A collection of aggregate documents; every update is a compare-and-set on {@code {_id, version}}. */
record VersionedCollection(MongoCollection<Document> documents) {

    String name() {
        return documents.getNamespace().getCollectionName();
    }

    Optional<Document> find(String id) {
        return StoreExceptionTranslator
                .execute(() -> Optional.ofNullable(documents.find(Filters.eq("_id", id)).first()));
    }

    List<Document> find(Bson filter, Bson sort, int skip, int limit) {
        return StoreExceptionTranslator
                .execute(() -> documents.find(filter).sort(sort).skip(skip).limit(limit).into(new ArrayList<>()));
    }

    long count(Bson filter) {
        return StoreExceptionTranslator.execute(() -> documents.countDocuments(filter));
    }

    /**
     * Inserts a new aggregate.
     *
     * @return empty when it was inserted, otherwise the document that already has this id
     * @throws StoreRejectedWrite when another unique index already holds one of its values
     */
    Optional<Document> insert(Document document) {
        try {
            StoreExceptionTranslator.execute(() -> documents.insertOne(document));
            return Optional.empty();
        } catch (MongoException e) { // the translator passes on duplicate keys only
            Optional<Document> other = find(document.getString("_id"));
            if (other.isEmpty()) {
                throw StoreRejectedWrite.duplicateKey(e);
            }
            return other;
        }
    }

    /** Updates the document unless it has changed since it was read; whether it was updated. */
    boolean update(Document read, Bson updates) {
        try {
            return StoreExceptionTranslator
                    .execute(() -> documents.updateOne(AggregateDocument.sameVersion(read), updates)
                            .getMatchedCount()) == 1;
        } catch (MongoException e) {
            throw StoreRejectedWrite.duplicateKey(e);
        }
    }
}
