package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;

/** An index with at most one document for the values of all its keys. {@link IndexLookup} has its own access path to it. */
abstract class ExactIndex extends AbstractUniqueIndex<DocumentKey> {

    ExactIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The document with these values; null when there is none. */
    abstract DocumentKey find(List<Object> values);

    /** Whether it contains all documents that the current work sees. */
    abstract boolean isUsable();

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    protected final Iterable<Entry<KeyValue, DocumentKey>> getIterable() {
        throw new IllegalStateException("IndexLookup has its own access path");
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }
}
