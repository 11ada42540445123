package org.refugio.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;

/**
 * A collection that never changes a stored document: an update works on a copy and stores that. So a reply that is being
 * written to a socket cannot change under way, and a returned document is the one that was asked for.
 */
final class StoredCollection extends H2Collection {

    /** Whether the query under way feeds an update; guarded by this, as every public method of the super class. */
    private boolean updating;

    StoredCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> documents,
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
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            updating = false;
        }
    }

    @Override
    protected QueryResult queryDocuments(Document query, Document orderBy, int skip, int limit, int batchSize,
            Document fields) {
        Optional<Set<Object>> positions = Lookup.positions(query, getIndexes());
        QueryResult found = positions.isPresent()
                ? matchDocuments(query, positions.get(), orderBy, skip, limit, batchSize, fields)
                : matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        if (!updating) {
            return found;
        }
        return new QueryResult(
                found.collectDocuments().stream().map(Document::cloneDeeply).collect(Collectors.toList()),
                found.getCursorId());
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }
}
