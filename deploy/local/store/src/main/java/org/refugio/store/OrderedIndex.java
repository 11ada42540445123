package org.refugio.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * A non-unique index for equality and ranges, kept in the file beside the documents and in the same commit. The server
 * of the library accepts such an index and then scans the collection. Documents without the first key are not in the
 * index: no query that it serves looks for them, so that a sparse field such as "pending" costs nothing where it is
 * absent.
 */
final class OrderedIndex extends Index<Object> {

    private static final byte[] COMPLETE = {0, 0};
    private static final byte[] HAS_LISTS = {0, 1};

    private final MVMap<byte[], Object> entries;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<byte[], Object> entries) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    /** The documents whose first keys have these values. */
    Stream<Object> positions(List<Object> values) {
        SortKey start = SortKey.of(values);
        return between(start.bytes(), start.end());
    }

    /** The documents whose first keys have these values and whose next key is in the range. */
    Stream<Object> positions(List<Object> values, KeyRange range) {
        KeyRange safe = entries.containsKey(HAS_LISTS) ? range.oneSided() : range;
        return between(safe.from(values), safe.to(values));
    }

    /** Whether all documents of the collection are in the index. */
    void complete() {
        entries.put(COMPLETE, Boolean.TRUE);
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex && keys().equals(other.getKeys().stream().map(IndexKey::getKey).toList());
    }

    /** Whether the server has to fill the index. */
    @Override
    public boolean isEmpty() {
        return !entries.containsKey(COMPLETE);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document); // rejects two lists before anything is written
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        var keys = getKeyValues(document);
        if (keys.size() > 1) {
            entries.putIfAbsent(HAS_LISTS, Boolean.TRUE);
        }
        for (KeyValue key : keys) {
            if (isPresent(key)) {
                entries.put(entry(key, position), position);
            }
        }
    }

    @Override
    public Object remove(Document document) {
        for (KeyValue key : getKeyValues(document)) {
            if (isPresent(key)) {
                entries.remove(entry(key, document.get("_id")));
            }
        }
        return null; // the position comes from the _id index
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public Object getPosition(Document document) {
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
    public Iterable<Object> getPositions(Document query) {
        throw new IllegalStateException("Lookup asks in its own way");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }

    private Stream<Object> between(byte[] from, byte[] to) {
        Cursor<byte[], Object> cursor = entries.cursor(from, to, false);
        Iterator<Object> values = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Object next() {
                cursor.next();
                return cursor.getValue();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, 0), false);
    }

    private static byte[] entry(KeyValue key, Object position) {
        return SortKey.of(key).appendPosition(position).bytes();
    }

    private static boolean isPresent(KeyValue key) {
        return key.get(0) != null && !(key.get(0) instanceof Missing);
    }
}
