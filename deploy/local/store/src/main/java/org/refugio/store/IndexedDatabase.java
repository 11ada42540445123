package org.refugio.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A database whose collections are {@link CopyOnWriteCollection}s with working secondary indexes. */
final class IndexedDatabase extends H2Database {

    /** The super class opens the collections in its constructor, before a field of this class could be set. */
    private static final ScopedValue<MVStore> OPENING = ScopedValue.newInstance();

    private static final String DATA = "databases.";
    private static final String NAMESPACES = "system.namespaces";

    private final MVStore store;

    private IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
    }

    static IndexedDatabase open(String name, MVStore store, CursorRegistry cursors) {
        return ScopedValue.where(OPENING, store).call(() -> new IndexedDatabase(name, store, cursors));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        MVStore in = file();
        String full = getFullCollectionNamespace(name);
        MVMap<Object, Document> documents = isSystem(name)
                ? in.openMap(DATA + full)
                : in.openMap(DATA + full, new MVMap.Builder<Object, Document>().valueType(new BsonDataType()));
        MVMap<String, Object> meta = in.openMap("meta." + full);
        return new CopyOnWriteCollection(this, name, options, documents, meta, cursorRegistry);
    }

    /** Atomic: a collection without its {@code _id} index must not be visible. */
    @Override
    protected synchronized MongoCollection<Object> resolveOrCreateCollection(String name) {
        return super.resolveOrCreateCollection(name);
    }

    @Override
    public synchronized MongoCollection<Object> createCollectionOrThrowIfExists(String name,
            CollectionOptions options) {
        return super.createCollectionOrThrowIfExists(name, options);
    }

    /** The server of the library also removes the data of every database whose name has this one as a prefix. */
    @Override
    public synchronized void drop(Oplog oplog) {
        String prefix = DATA + getDatabaseName() + ".";
        List<String> names = store.getMapNames().stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length())).filter(name -> resolveCollection(name, false) != null)
                .sorted(Comparator.comparing(IndexedDatabase::isSystem)).toList();
        names.stream().filter(name -> !name.equals(NAMESPACES)).forEach(name -> dropCollection(name, oplog));
        dropCollection(NAMESPACES, oplog);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        if (isSystem(collection)) {
            return super.openOrCreateSecondaryIndex(collection, name, keys, sparse);
        }
        return new OrderedIndex(name, keys, sparse,
                file().openMap(getFullCollectionNamespace(collection) + "._index_" + name,
                        new MVMap.Builder<byte[], Object>().keyType(ByteArrayDataType.INSTANCE)));
    }

    private MVStore file() {
        return store == null ? OPENING.get() : store;
    }

    private static boolean isSystem(String collection) {
        return collection.startsWith("system.");
    }
}
