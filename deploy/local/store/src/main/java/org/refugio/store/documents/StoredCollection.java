package org.refugio.store.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.refugio.store.engine.StoreEngine;

/**
 * A collection. A change of a document and of its index entries is stored together. Readers take no lock: they see the
 * last durable state. Writers on different documents run side by side where the id says which document it is, and no
 * other unique index compares documents.
 */
final class StoredCollection extends AbstractMongoCollection<DocumentKey> {

    private static final String ID = "_id";
    private static final int INVALID_ID = 53;
    private static final int DUPLICATE = 11000;
    /** Entries of a new index that are stored at once. */
    private static final int FILL_STEP = 500;

    private final StoreEngine engine;
    private final DocumentRecords documents;
    private final FullScans scans;
    private final CollectionLocks locks = new CollectionLocks();
    /** The indexes for readers, which do not lock. */
    private volatile List<Index<DocumentKey>> indexes = List.of();

    StoredCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors,
            StoreEngine engine, DocumentRecords documents, FullScans scans) {
        super(database, name, options, cursors);
        this.engine = engine;
        this.documents = documents;
        this.scans = scans;
    }

    // reading

    @Override
    protected QueryResult queryDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        Optional<Stream<DocumentKey>> positions = positions(query);
        return positions.isPresent()
                ? matchDocuments(query, positions.get()::iterator, orderBy, skip, limit, batchSize, fields)
                : matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** The candidates by an index. */
    private Optional<Stream<DocumentKey>> positions(Document query) {
        Optional<Stream<DocumentKey>> found = IndexLookup.positions(query, indexes);
        if (found.isEmpty() && !query.isEmpty() && !getCollectionName().startsWith("system.")) {
            scans.count(getFullName(), query);
        }
        return found;
    }

    /** For an aggregation; its first stage filters again. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return LeadingMatch.takenBy(getCollectionName()).flatMap(this::positions)
                .map(found -> found.map(this::getDocument).filter(Objects::nonNull))
                .orElseGet(super::queryAllAsStream);
    }

    @Override
    protected QueryResult matchDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        Stream<DocumentWithPosition<DocumentKey>> all = streamAllDocumentsWithPosition();
        if (isNaturalDescending(orderBy)) {
            all = all.toList().reversed().stream();
        }
        return matchDocumentsFromStream(all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit,
                batchSize, fields);
    }

    /**
     * A reply contains what fits into a message; the remaining documents are kept in a cursor. Only {@code find} uses
     * {@code $query}.
     */
    @Override
    public QueryResult handleQuery(QueryParameters asked) {
        if (!asked.getQuerySelector().containsKey("$query")) {
            return super.handleQuery(asked);
        }
        Document selector = asked.getQuerySelector();
        List<Document> found = queryDocuments((Document) selector.get("$query"), (Document) selector.get("$orderby"),
                asked.getNumberToSkip(), asked.getLimit(), 0, asked.getProjection()).collectDocuments();
        int count = ResultBatches.fitting(found, asked.getBatchSize());
        if (count == found.size()) {
            return new QueryResult(found);
        }
        ResultBatches rest = new ResultBatches(cursorRegistry.generateCursorId(), found.subList(count, found.size()));
        cursorRegistry.add(rest);
        return new QueryResult(found.subList(0, count), rest);
    }

    @Override
    protected Stream<DocumentWithPosition<DocumentKey>> streamAllDocumentsWithPosition() {
        return documents.all();
    }

    /** The document; an index entry and its document are seen in the same state. */
    @Override
    protected Document getDocument(DocumentKey position) {
        return documents.get(position);
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.count());
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    // changing documents

    @Override
    public void addDocument(Document document) {
        if (getIdField() != null) {
            checkId(document);
        }
        changing(getIdField() == null ? null : document.get(getIdField()), () -> {
            super.addDocument(document);
            engine.store();
            return null;
        });
    }

    @Override
    public Document findAndModify(Document query) {
        return changing(idOf(query.get("query")),
                () -> Increments.checked(query.get("update"), () -> super.findAndModify(query)));
    }

    @Override
    public Document updateDocuments(Document selector, Document update, ArrayFilters filters, boolean multi,
            boolean upsert, Oplog oplog) {
        return changing(idOf(selector), () -> Increments.checked(update,
                () -> super.updateDocuments(selector, update, filters, multi, upsert, oplog)));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changing(idOf(selector), () -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    protected DocumentKey addDocumentInternal(Document document) {
        DocumentKey key = getIdField() == null
                ? DocumentKey.ofId(UUID.randomUUID())
                : DocumentKey.ofId(document.get(getIdField()));
        if (documents.contains(key)) {
            throw new MongoServerError(DUPLICATE, "DuplicateKey", "E11000 duplicate key error collection: "
                    + getFullName() + " index: _id_");
        }
        documents.put(key, document);
        return key;
    }

    @Override
    protected void removeDocument(DocumentKey position) {
        documents.delete(position);
        engine.store();
    }

    @Override
    protected void handleUpdate(DocumentKey position, Document before, Document after) {
        Increments.check(before, after);
        documents.put(position, after);
        engine.store();
    }

    /** @param id the id of the only document that the command changes; null when it is not known */
    private <T> T changing(Object id, Supplier<T> command) {
        Supplier<T> whole = () -> {
            try {
                return command.get();
            } catch (RuntimeException e) {
                engine.discard(); // half of a change: index entries without their document
                throw e;
            }
        };
        return id == null || comparesDocuments() ? locks.onAll(whole) : locks.onOne(DocumentKey.ofId(id), whole);
    }

    private boolean comparesDocuments() {
        return indexes.stream().anyMatch(UniqueIndex.class::isInstance);
    }

    private static Object idOf(Object selector) {
        if (selector instanceof Document query) {
            List<Object> values = IndexableConditions.of(query).valuesOf(ID);
            return values != null && values.size() == 1 ? values.getFirst() : null;
        }
        return null;
    }

    private void checkId(Document document) {
        if (!document.containsKey(getIdField())) {
            document.put(getIdField(), new ObjectId());
        }
        Object id = document.get(getIdField());
        if (id == null || id instanceof Document parts
                && parts.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            throw new MongoServerError(INVALID_ID, "InvalidIdField",
                    "an _id can neither be null nor contain names that begin with $");
        }
    }

    // indexes

    /** Filled while no command changes the collection; readers use it when they see it complete. */
    @Override
    public void addIndex(Index<DocumentKey> index) {
        locks.onAll(() -> {
            if (index instanceof FillableIndex fillable && index.isEmpty() && !hasIndex(index.getName())) {
                fill(index, fillable);
            }
            super.addIndex(index);
            indexes = List.copyOf(getIndexes());
            return null;
        });
    }

    private boolean hasIndex(String name) {
        return getIndexes().stream().anyMatch(each -> each.getName().equals(name));
    }

    private void fill(Index<DocumentKey> index, FillableIndex fillable) {
        fillable.clear(); // of what an interrupted attempt left
        engine.store();
        int[] added = {0};
        try {
            documents.all().forEach(each -> {
                index.add(each.getDocument(), each.getPosition(), this);
                if (++added[0] % FILL_STEP == 0) {
                    engine.store();
                }
            });
        } catch (MongoServerError e) {
            engine.discard();
            throw new de.bwaldvogel.mongo.exception.IndexBuildFailedException(e, this);
        }
        fillable.complete();
        engine.store();
    }

    @Override
    public void dropIndex(String name) {
        locks.onAll(() -> {
            super.dropIndex(name);
            indexes = List.copyOf(getIndexes());
            return null;
        });
    }

    @Override
    public void drop() {
        super.drop();
        documents.clear();
        engine.store();
    }

    // sizes, which would cost a change of one more record in every command, and are not needed

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // not tracked
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
