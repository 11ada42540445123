package org.refugio.access.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The chain of one process instance, continued after a restart. Its ids are consecutive numbers, so the end is found by
 * queries for single ids, and a write whose reply was lost is recognised afterwards. Used by one thread.
 */
final class AuditChain {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> trail;
    private final String name;
    private long last = -1;
    private String lastHash = ChainedAuditEntry.NO_PREVIOUS_HASH;

    AuditChain(MongoCollection<Document> trail, String name) {
        this.trail = trail;
        this.name = name;
    }

    /** Writes all entries durably and in this order. After an exception some of them may have been written. */
    void append(List<AuditEntry> entries) {
        if (last < 0) {
            findEnd();
        }
        List<AuditEntry> remaining = entries;
        while (!remaining.isEmpty()) {
            remaining = appendUntilConflict(remaining);
        }
    }

    /** Returns the entries that were not written because another writer had used their ids. */
    private List<AuditEntry> appendUntilConflict(List<AuditEntry> entries) {
        List<ChainedAuditEntry> links = link(entries);
        long before = last;
        last = -1; // unknown until the store has replied
        try {
            trail.insertMany(links.stream().map(ChainedAuditEntry::toBson).toList(), ORDERED);
            advanceTo(links.getLast());
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().isEmpty() || e.getWriteErrors().getFirst().getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // an earlier write that timed out, or another process with the same name, used the id: continue after it
            int written = e.getWriteErrors().getFirst().getIndex();
            findEnd(before + written + 1);
            return entries.subList(written, entries.size());
        }
    }

    private List<ChainedAuditEntry> link(List<AuditEntry> entries) {
        List<ChainedAuditEntry> links = new ArrayList<>(entries.size());
        String previous = lastHash;
        for (AuditEntry entry : entries) {
            ChainedAuditEntry link = new ChainedAuditEntry(name, last + links.size() + 1, previous, entry);
            links.add(link);
            previous = link.hash();
        }
        return links;
    }

    private void advanceTo(ChainedAuditEntry link) {
        last = link.n();
        lastHash = link.hash();
    }

    /** Exponential, then binary search: about 40 queries for a billion entries. */
    private void findEnd() {
        trail.createIndex(Indexes.ascending("n")); // for the verification
        long existing = 0;
        long step = 1;
        while (exists(existing + step)) {
            existing += step;
            step *= 2;
        }
        while (step > 1) {
            step /= 2;
            if (exists(existing + step)) {
                existing += step;
            }
        }
        findEnd(existing);
    }

    private void findEnd(long atLeast) {
        long end = atLeast;
        while (exists(end + 1)) {
            end++;
        }
        lastHash = end == 0 ? ChainedAuditEntry.NO_PREVIOUS_HASH : find(end).getString("hash");
        last = end;
    }

    private boolean exists(long n) {
        return find(n) != null;
    }

    private Document find(long n) {
        return trail.find(Filters.eq(ChainedAuditEntry.id(name, n))).first();
    }

    @Override
    public String toString() {
        return "%s %d %s".formatted(name, last, lastHash);
    }
}
