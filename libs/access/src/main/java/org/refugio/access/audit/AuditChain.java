package org.refugio.access.audit;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The chain of one process instance, continued from where its last run ended. Its ids are numbers in a row: so the end
 * is found by asking for single ids, and a write whose answer was lost is recognised afterwards. Used by one thread.
 */
final class AuditChain {

    private static final InsertManyOptions IN_ORDER = new InsertManyOptions().ordered(true);
    private static final int DUPLICATE = 11000;

    private final MongoCollection<Document> trail;
    private final String name;
    private long last = -1;
    private String lastHash = ChainedAuditEntry.BEFORE_THE_FIRST;

    AuditChain(MongoCollection<Document> trail, String name) {
        this.trail = trail;
        this.name = name;
    }

    /** Write all of them, in this order, durably. On any fault some may have been written: then they stay. */
    void append(List<AuditEntry> entries) {
        if (last < 0) {
            findEnd();
        }
        List<AuditEntry> left = entries;
        while (!left.isEmpty()) {
            left = appendWhatFits(left);
        }
    }

    private List<AuditEntry> appendWhatFits(List<AuditEntry> entries) {
        List<ChainedAuditEntry> links = link(entries);
        long before = last;
        last = -1; // unknown until the store has answered
        try {
            trail.insertMany(links.stream().map(ChainedAuditEntry::toBson).toList(), IN_ORDER);
            standAt(links.getLast());
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().isEmpty() || e.getWriteErrors().getFirst().getCode() != DUPLICATE) {
                throw e;
            }
            // A write that we had given up on, or a forgotten process of our own name, came first: go on behind it.
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

    private void standAt(ChainedAuditEntry link) {
        last = link.n();
        lastHash = link.hash();
    }

    /** Doubling steps, then halving: some 40 look-ups for a billion entries. */
    private void findEnd() {
        long there = 0;
        long step = 1;
        while (exists(there + step)) {
            there += step;
            step *= 2;
        }
        while (step > 1) {
            step /= 2;
            if (exists(there + step)) {
                there += step;
            }
        }
        findEnd(there);
    }

    private void findEnd(long atLeast) {
        long end = atLeast;
        while (exists(end + 1)) {
            end++;
        }
        lastHash = end == 0 ? ChainedAuditEntry.BEFORE_THE_FIRST : find(end).getString("hash");
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
