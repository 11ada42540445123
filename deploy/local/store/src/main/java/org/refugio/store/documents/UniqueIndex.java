package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.List;
import org.refugio.store.engine.KeySpace;

/** A unique index: the record of a key contains the key of its document. */
final class UniqueIndex extends ExactIndex implements FillableIndex {

    private final KeySpace entries;
    private final IndexCompleteness completeness;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, KeySpace entries, IndexCompleteness completeness) {
        super(name, keys, sparse);
        this.entries = entries;
        this.completeness = completeness;
    }

    @Override
    DocumentKey find(List<Object> values) {
        return position(SortKey.exact(values));
    }

    @Override
    boolean isUsable() {
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
    public void clear() {
        entries.clear();
    }
}
