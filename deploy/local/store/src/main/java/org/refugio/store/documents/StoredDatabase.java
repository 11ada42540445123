package org.refugio.store.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.refugio.store.engine.KeySpace;
import org.refugio.store.engine.StoreCatalog;
import org.refugio.store.engine.StoreEngine;

/** A database whose collections are {@link StoredCollection}s, with secondary indexes that are used. */
public final class StoredDatabase extends AbstractSynchronizedMongoDatabase<DocumentKey> {

    private static final String DOCUMENTS = "documents/";
    private static final String INDEX = "index/";
    private static final String NAMESPACES = "system.namespaces";

    private final StoreEngine engine;
    private final StoreCatalog catalog;
    private final FullScans scans;

    private StoredDatabase(String name, StoreEngine engine, StoreCatalog catalog, CursorRegistry cursors,
            FullScans scans) {
        super(name, cursors);
        this.scans = scans;
        this.engine = engine;
        this.catalog = catalog;
        initializeNamespacesAndIndexes();
        engine.store();
    }

    /** Inside {@link StoreEngine#writing}. */
    public static StoredDatabase open(String name, StoreEngine engine, StoreCatalog catalog, CursorRegistry cursors,
            FullScans scans) {
        return new StoredDatabase(name, engine, catalog, cursors, scans);
    }

    /** The databases that have data. */
    public static Stream<String> names(StoreCatalog catalog) {
        return catalog.names().stream().filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.'))).distinct();
    }

    @Override
    public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases,
            Oplog oplog) {
        return command.equalsIgnoreCase("aggregate")
                ? LeadingMatch.during(query, String.valueOf(query.get(command)),
                        () -> super.handleCommand(channel, command, query, databases, oplog))
                : super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected MongoCollection<DocumentKey> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(this, name, options, cursorRegistry, engine, records(name), scans);
    }

    /** Atomic: a collection without its {@code _id} index must not be visible. */
    @Override
    protected synchronized MongoCollection<DocumentKey> resolveOrCreateCollection(String name) {
        MongoCollection<DocumentKey> existing = resolveCollection(name, false);
        return existing == null ? together(() -> super.resolveOrCreateCollection(name)) : existing;
    }

    @Override
    public synchronized MongoCollection<DocumentKey> createCollectionOrThrowIfExists(String name,
            CollectionOptions options) {
        return together(() -> super.createCollectionOrThrowIfExists(name, options));
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        together(() -> {
            super.dropCollection(name, oplog);
            catalog.drop(DOCUMENTS + getFullCollectionNamespace(name));
            return null;
        });
    }

    /** The server of the library also removes the data of every database whose name has this one as a prefix. */
    @Override
    public synchronized void drop(Oplog oplog) {
        String prefix = DOCUMENTS + getDatabaseName() + ".";
        List<String> names = catalog.names().stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length())).filter(name -> resolveCollection(name, false) != null)
                .sorted(Comparator.comparing(StoredDatabase::isSystem)).toList();
        names.stream().filter(name -> !name.equals(NAMESPACES)).forEach(name -> dropCollection(name, oplog));
        dropCollection(NAMESPACES, oplog);
    }

    @Override
    protected Index<DocumentKey> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(name, keys, records(collection));
        }
        KeySpace entries = catalog.space(indexName(collection, name));
        return new UniqueIndex(name, keys, sparse, entries, new IndexCompleteness(engine, entries));
    }

    @Override
    protected Index<DocumentKey> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        if (isSystem(collection)) {
            return super.openOrCreateSecondaryIndex(collection, name, keys, sparse);
        }
        KeySpace entries = catalog.space(indexName(collection, name));
        return new OrderedIndex(name, keys, sparse, entries, new IndexCompleteness(engine, entries));
    }

    @Override
    protected void dropIndex(MongoCollection<DocumentKey> collection, String name) {
        super.dropIndex(collection, name);
        catalog.drop(indexName(collection.getCollectionName(), name));
        engine.store();
    }

    @Override
    protected synchronized void addIndex(Document description) {
        super.addIndex(description);
        engine.store();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    private <T> T together(Supplier<T> steps) {
        return engine.together(steps);
    }

    private DocumentRecords records(String collection) {
        return new DocumentRecords(catalog.sealedSpace(DOCUMENTS + getFullCollectionNamespace(collection)));
    }

    private String indexName(String collection, String name) {
        return INDEX + getFullCollectionNamespace(collection) + "/" + name;
    }

    private static boolean isSystem(String collection) {
        return collection.startsWith("system.");
    }
}
