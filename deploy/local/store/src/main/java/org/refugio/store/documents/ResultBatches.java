package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;

/**
 * The remaining documents of a result, returned in batches that fit into a message; the server of the library exceeds
 * the limit of the drivers.
 */
public final class ResultBatches implements Cursor {

    private static final int MOST_BYTES = 12 << 20;
    private static final int FEW = 2; // so few documents always fit
    private static final int TOO_LARGE = 10334;

    private final long id;
    private List<Document> left;

    ResultBatches(long id, List<Document> left) {
        this.id = id;
        this.left = left;
    }

    /** The number of leading documents in the next batch; {@code wanted} 0 for as many as fit. */
    static int fitting(List<Document> documents, int wanted) {
        int most = wanted > 0 ? Math.min(wanted, documents.size()) : documents.size();
        if (most <= FEW) {
            return most;
        }
        long bytes = 0;
        for (int i = 0; i < most; i++) {
            bytes += SizeEstimate.of(documents.get(i));
            if (bytes > MOST_BYTES) {
                return Math.max(1, i);
            }
        }
        return most;
    }

    /** An aggregation has one batch only. */
    public static void checkSingle(Document reply) {
        if (reply.get("cursor") instanceof Document cursor
                && cursor.get("firstBatch") instanceof Collection<?> all) {
            List<Document> documents = all.stream().map(Document.class::cast).toList();
            if (fitting(documents, 0) < documents.size()) {
                throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge",
                        "the aggregation's result is over 12 MiB: ask for less, in pages");
            }
        }
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public synchronized boolean isEmpty() {
        return left.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        int count = fitting(left, wanted);
        List<Document> batch = left.subList(0, count);
        left = left.subList(count, left.size());
        return batch;
    }
}
