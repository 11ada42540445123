package org.refugio.store.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The index on {@code _id}: the records of the documents themselves. */
final class IdIndex extends ExactIndex {

    private final DocumentRecords documents;

    IdIndex(String name, List<IndexKey> keys, DocumentRecords documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    DocumentKey find(List<Object> values) {
        return existing(DocumentKey.ofId(values.getFirst()));
    }

    @Override
    boolean isUsable() {
        return true;
    }

    @Override
    protected DocumentKey getPosition(KeyValue value) {
        return existing(DocumentKey.ofId(value.get(0)));
    }

    private DocumentKey existing(DocumentKey key) {
        return documents.contains(key) ? key : null;
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        // storing the document is enough
    }

    @Override
    protected boolean putKeyPosition(KeyValue value, DocumentKey position) {
        return true;
    }

    /** The collection deletes the record itself. */
    @Override
    protected DocumentKey removeDocument(KeyValue value) {
        return getPosition(value);
    }

    @Override
    public void updateInPlace(Document before, Document after, DocumentKey position,
            MongoCollection<DocumentKey> collection) {
        // an id does not change
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    public long getCount() {
        return documents.count();
    }
}
