package org.refugio.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection that never modifies a stored document: an update modifies a copy and stores it. A reply that is being
 * written to a socket therefore cannot change, and a returned document is the requested one.
 */
final class CopyOnWriteCollection extends H2Collection {

    /** Whether the current query is part of an update; guarded by this, like every public method of the super class. */
    private boolean updating;

    /** The number of documents that the update needs; 0 for all. */
    private int wanted;

    CopyOnWriteCollection(MongoDatabase database, String name, CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta, CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        updating = true;
        try {
            return super.findAndModify(query);
        } finally {
            updating = false;
        }
    }

    @Override
    public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters,
            boolean multi, boolean upsert, Oplog oplog) {
        updating = true;
        wanted = multi ? 0 : 1;
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            updating = false;
            wanted = 0;
        }
    }

    @Override
    protected QueryResult queryDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        int most = wanted > 0 ? wanted : limit;
        Optional<Stream<Object>> positions = IndexLookup.positions(query, getIndexes());
        QueryResult found = positions.isPresent()
                ? matchDocuments(query, positions.get()::iterator, orderBy, skip, most, batchSize, fields)
                : matchDocuments(query, orderBy, skip, most, batchSize, fields);
        if (!updating) {
            return found;
        }
        return new QueryResult(
                found.collectDocuments().stream().map(Document::cloneDeeply).collect(Collectors.toList()),
                found.getCursorId());
    }

    /**
     * A reply contains what fits into a message; the remaining documents are kept in a cursor. Only {@code find} uses
     * {@code $query}.
     */
    @Override
    public synchronized QueryResult handleQuery(QueryParameters asked) {
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

    /** A running total would cost an encoding and one more map in every commit, and is not needed. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** The server of the library fills a new index during concurrent writes. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof OrderedIndex ordered && ordered.isEmpty()) {
            ordered.complete();
        }
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }
}
