package org.refugio.store.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The filter of an aggregation that begins with {@code $match}, so that its collection can be read through an index. The server of
 * the library reads all documents and filters them afterwards.
 */
final class LeadingMatch {

    private static final ScopedValue<LeadingMatch> CURRENT = ScopedValue.newInstance();

    private final String collection;
    /** Of the first read of the collection; later ones are of other stages, for instance of a {@code $lookup}. */
    private final AtomicReference<Document> filter;

    private LeadingMatch(String collection, Document filter) {
        this.collection = collection;
        this.filter = new AtomicReference<>(filter);
    }

    /** Executes an aggregation. */
    static Document during(Document command, String collection, Supplier<Document> aggregation) {
        return command.get("pipeline") instanceof List<?> stages && !stages.isEmpty()
                && stages.getFirst() instanceof Document first && first.get("$match") instanceof Document filter
                        ? ScopedValue.where(CURRENT, new LeadingMatch(collection, filter)).call(aggregation::get)
                        : aggregation.get();
    }

    /** The filter of the first stage that reads this collection. */
    static Optional<Document> takenBy(String collection) {
        return CURRENT.isBound() && CURRENT.get().collection.equals(collection)
                ? Optional.ofNullable(CURRENT.get().filter.getAndSet(null))
                : Optional.empty();
    }
}
