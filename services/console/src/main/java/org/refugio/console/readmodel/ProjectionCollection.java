package org.refugio.console.readmodel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.repository.StateMapper;

/**
 * A collection of projections. Every document is derived from the events of one source aggregate only, so it does not
 * depend on the order of events of different aggregates; it contains the sequence of its last event, so a repeated
 * event changes nothing.
 *
 * @param <T> an immutable record
 */
public final class ProjectionCollection<T> {

    private static final StateMapper STATES = new StateMapper();
    private static final String APPLIED = "applied";
    private static final String CONTENT = "content";

    private final MongoCollection<Document> documents;
    private final Class<T> type;

    ProjectionCollection(MongoDatabase database, String name, Class<T> type, String... indexed) {
        this.documents = database.getCollection(name);
        this.type = type;
        for (String field : indexed) {
            documents.createIndex(Indexes.ascending(CONTENT + "." + field));
        }
    }

    /** Apply an event to a document unless it is already applied; {@code change} receives null for a new document. */
    void apply(String id, EventOrigin source, UnaryOperator<T> change) {
        if (EventPosition.sequence(source.sequence()) == 1 && insertedFirst(id, source.sequence(), change)) {
            return;
        }
        while (!tryOnce(id, source.sequence(), change)) {
            Thread.onSpinWait(); // version conflict: read again
        }
    }

    /** Stores what an event adds, under an id that is derived from the event. */
    void add(String id, EventOrigin source, T added) {
        inserted(document(id, source.sequence(), added));
    }

    /** The first event of an aggregate finds no document, unless it is delivered again. */
    private boolean insertedFirst(String id, long sequence, UnaryOperator<T> change) {
        T created = change.apply(null);
        return created != null && inserted(document(id, sequence, created));
    }

    private static Document document(String id, long sequence, Object content) {
        return new Document("_id", id).append(APPLIED, sequence).append(CONTENT, STATES.toBson(content));
    }

    private boolean tryOnce(String id, long sequence, UnaryOperator<T> change) {
        Document found = documents.find(Filters.eq("_id", id)).first();
        long applied = found == null ? 0 : ((Number) found.get(APPLIED)).longValue();
        if (applied >= sequence) {
            return true;
        }
        T changed = change.apply(found == null ? null : content(found));
        if (changed == null) {
            return true; // nothing to store yet
        }
        Document next = document(id, sequence, changed);
        if (found == null) {
            return inserted(next);
        }
        return documents.replaceOne(Filters.and(Filters.eq("_id", id), Filters.eq(APPLIED, found.get(APPLIED))), next)
                .getMatchedCount() == 1;
    }

    private boolean inserted(Document next) {
        try {
            documents.insertOne(next);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** The document with this id. */
    public Optional<T> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq("_id", id)).first()).map(this::content);
    }

    /** All documents whose field has this value. */
    public List<T> where(String field, Object value) {
        return read(documents.find(equal(field, value)));
    }

    /** All documents whose two fields have these values. */
    public List<T> where(String field, Object value, String other, Object otherValue) {
        return read(documents.find(Filters.and(equal(field, value), equal(other, otherValue))));
    }

    /** All documents whose first field has one of these values, and whose other field has this value. */
    public List<T> whereIn(String field, Collection<?> values, String other, Object otherValue) {
        return read(documents.find(Filters.and(Filters.in(CONTENT + "." + field, values), equal(other, otherValue))));
    }

    /** A page of the documents whose field has this value, in descending order of another field. */
    public List<T> descending(String field, Object value, String order, int skip, int limit) {
        return read(documents.find(equal(field, value)).sort(Sorts.descending(CONTENT + "." + order, "_id")).skip(skip)
                .limit(limit));
    }

    /** The number of documents whose field has this value. */
    public long count(String field, Object value) {
        return documents.countDocuments(equal(field, value));
    }

    private static Bson equal(String field, Object value) {
        return Filters.eq(CONTENT + "." + field, value);
    }

    private List<T> read(FindIterable<Document> documents) {
        List<T> found = new ArrayList<>();
        documents.forEach(each -> found.add(content(each)));
        return found;
    }

    private T content(Document document) {
        return STATES.fromBson(document.get(CONTENT, Document.class), type);
    }
}
