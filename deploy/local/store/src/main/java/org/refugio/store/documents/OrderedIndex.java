package org.refugio.store.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.refugio.store.engine.KeySpace;

/**
 * A non-unique index for equality and ranges. The server of the library accepts such an index and then scans the
 * collection. Documents without the first key are not in the index: no query that it serves looks for them, so that a
 * sparse field such as "pending" costs nothing where it is absent.
 */
final class OrderedIndex extends Index<DocumentKey> implements FillableIndex {

    private static final byte[] HAS_LISTS = {0, 1};
    private static final byte[] NOTHING = {};

    private final KeySpace entries;
    private final IndexCompleteness completeness;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse, KeySpace entries,
            IndexCompleteness completeness) {
        super(name, keys, sparse);
        this.entries = entries;
        this.completeness = completeness;
    }

    /** The documents whose first keys have these values. */
    Stream<DocumentKey> positions(List<Object> values) {
        SortKey start = SortKey.of(values);
        return between(start.bytes(), start.end());
    }

    /** The documents whose first keys have these values and whose next key is in the range. */
    Stream<DocumentKey> positions(List<Object> values, KeyRange range) {
        KeyRange safe = entries.get(HAS_LISTS) == null ? range : range.oneSided();
        return between(safe.from(values), safe.to(values));
    }

    /** Whether it contains all documents that the current work sees. */
    boolean isUsable() {
        return completeness.isComplete();
    }

    @Override
    public void complete() {
        completeness.complete();
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex && keys().equals(other.getKeys().stream().map(IndexKey::getKey).toList());
    }

    /** Whether the collection has to fill the index. */
    @Override
    public boolean isEmpty() {
        return !completeness.isComplete();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        getKeyValues(document); // rejects two lists before anything is written
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        Set<KeyValue> keys = keyValues(document);
        if (keys.size() > 1 && entries.get(HAS_LISTS) == null) {
            entries.put(HAS_LISTS, NOTHING);
        }
        for (KeyValue key : keys) {
            if (isPresent(key)) {
                entries.put(entry(key, position), position.bytes());
            }
        }
    }

    @Override
    public DocumentKey remove(Document document) {
        DocumentKey position = DocumentKey.ofId(document.get("_id"));
        for (KeyValue key : keyValues(document)) {
            if (isPresent(key)) {
                entries.delete(entry(key, position));
            }
        }
        return null; // the position comes from the _id index
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<DocumentKey> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, DocumentKey position,
            MongoCollection<DocumentKey> collection) {
        if (!keyValues(before).equals(keyValues(after))) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public DocumentKey getPosition(Document document) {
        return null; // it comes from the _id index
    }

    /** Tells the server that {@link #remove} may not know a position. */
    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // IndexLookup has its own access path
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new IllegalStateException("IndexLookup has its own access path");
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
    public void drop() {
        // the database drops the records
    }

    @Override
    public void clear() {
        entries.clear();
    }

    private Stream<DocumentKey> between(byte[] from, byte[] to) {
        return entries.values(from, to).map(DocumentKey::ofBytes);
    }

    /** An empty list counts as an absent value; the library leaves such a document out of the index. */
    private Set<KeyValue> keyValues(Document document) {
        Set<KeyValue> values = getKeyValues(document);
        if (!values.isEmpty()) {
            return values;
        }
        List<Object> first = getKeys().stream()
                .map(key -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()))
                .map(value -> value instanceof Collection<?> list && list.isEmpty() ? Missing.getInstance() : value)
                .toList();
        return Set.of(new KeyValue(first).normalized());
    }

    private static byte[] entry(KeyValue key, DocumentKey position) {
        return SortKey.of(key).appendKey(position).bytes();
    }

    private static boolean isPresent(KeyValue key) {
        return key.get(0) != null && !(key.get(0) instanceof Missing);
    }
}
