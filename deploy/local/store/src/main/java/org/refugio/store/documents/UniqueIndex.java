package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import org.refugio.store.engine.KeySpace;

/** A unique index: the record of a key contains the key of its document. */
final class UniqueIndex extends AbstractUniqueIndex<DocumentKey> implements ExactIndex, FillableIndex {

    private final KeySpace entries;
    private final IndexCompleteness completeness;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, KeySpace entries, IndexCompleteness completeness) {
        super(name, keys, sparse);
        this.entries = entries;
        this.completeness = completeness;
    }

    @Override
    public DocumentKey find(List<Object> values) {
        return position(SortKey.exact(values));
    }

    @Override
    public boolean isUsable() {
        return completeness.isComplete();
    }

    @Override
    public void complete() {
        completeness.complete();
    }

    @Override
    protected DocumentKey getPosition(KeyValue value) {
        return position(SortKey.exact(value));
    }

    private DocumentKey position(byte[] entry) {
        byte[] found = entries.get(entry);
        return found == null ? null : DocumentKey.ofBytes(found);
    }

    @Override
    protected boolean putKeyPosition(KeyValue value, DocumentKey position) {
        byte[] entry = SortKey.exact(value);
        if (entries.get(entry) != null) {
            return false;
        }
        entries.put(entry, position.bytes());
        return true;
    }

    @Override
    protected DocumentKey removeDocument(KeyValue value) {
        byte[] entry = SortKey.exact(value);
        DocumentKey position = position(entry);
        entries.delete(entry);
        return position;
    }

    @Override
    protected Iterable<Entry<KeyValue, DocumentKey>> getIterable() {
        throw new IllegalStateException("IndexLookup has its own access path");
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // IndexLookup has its own access path
    }

    /** Whether the collection has to fill the index. */
    @Override
    public boolean isEmpty() {
        return !completeness.isComplete();
    }

    @Override
    public long getCount() {
        return Math.max(0, entries.count() - 1); // one record says that it is complete
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void clear() {
        entries.clear();
    }
}
