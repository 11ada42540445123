package org.refugio.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A non-unique index for equality, kept in memory and built when the collection is opened. The stock server accepts such
 * an index and then reads the whole collection. Documents that have none of the keys are left out: nobody looks for them
 * by equality.
 */
final class EqualityIndex extends Index<Object> {

    private final Map<KeyValue, Set<Object>> positions = new HashMap<>();

    EqualityIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    synchronized Set<Object> positions(List<List<Object>> wanted) {
        Set<Object> found = new LinkedHashSet<>();
        wanted.forEach(values -> found.addAll(positions.getOrDefault(Lookup.normalised(values), Set.of())));
        return found;
    }

    @Override
    public Object getPosition(Document document) {
        return null; // the _id index says it
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // any number of documents may share a key
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        for (KeyValue key : getKeyValues(document)) {
            if (!isAbsent(key)) {
                positions.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(position);
            }
        }
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = document.get("_id");
        for (KeyValue key : getKeyValues(document)) {
            Set<Object> same = positions.get(key);
            if (same != null) {
                if (!same.remove(position)) {
                    same.removeIf(
                            each -> Lookup.normalised(List.of(each)).equals(Lookup.normalised(List.of(position))));
                }
                if (same.isEmpty()) {
                    positions.remove(key);
                }
            }
        }
        return null;
    }

    @Override
    public boolean isSparse() {
        return true; // tells the server that remove() may know no position
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // Lookup asks in its own way
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new IllegalStateException("Lookup asks in its own way");
    }

    @Override
    public synchronized long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // any number of documents may share a key
    }

    @Override
    public synchronized void updateInPlace(Document before, Document after, Object position,
            MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before);
            add(after, position, collection);
        }
    }

    @Override
    public synchronized void drop() {
        positions.clear();
    }

    private static boolean isAbsent(KeyValue key) {
        for (Object value : key) {
            if (value != null && !(value instanceof Missing)) {
                return false;
            }
        }
        return true;
    }
}
