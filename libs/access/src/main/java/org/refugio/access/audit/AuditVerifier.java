package org.refugio.access.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import org.refugio.access.audit.AuditVerification.Fault;
import org.refugio.access.audit.AuditVerification.Head;
import org.refugio.access.audit.AuditVerification.Kind;

/** Verifies the trail in blocks of known ids, so that no store has to sort it or to keep more than a block in memory. */
final class AuditVerifier {

    private static final int BLOCK = 1000;
    private static final int MAX_EMPTY_BLOCKS = 10;

    private final MongoCollection<Document> trail;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private long entries;

    AuditVerifier(MongoCollection<Document> trail) {
        this.trail = trail;
    }

    AuditVerification run() {
        for (String chain : trail.distinct("chain", String.class)) {
            verify(chain);
        }
        return new AuditVerification(entries, List.copyOf(faults), List.copyOf(heads));
    }

    private void verify(String chain) {
        long total = trail.countDocuments(Filters.eq("chain", chain));
        long seen = 0;
        int emptyBlocks = 0;
        List<Fault> gap = new ArrayList<>();
        Head head = new Head(chain, 0, ChainedAuditEntry.NO_PREVIOUS_HASH);
        for (long from = 1; seen < total && emptyBlocks < MAX_EMPTY_BLOCKS; from += BLOCK) {
            Map<String, Document> block = block(chain, from);
            emptyBlocks = block.isEmpty() ? emptyBlocks + 1 : 0;
            for (long n = from; n < from + BLOCK; n++) {
                Document document = block.get(ChainedAuditEntry.id(chain, n));
                if (document == null) {
                    gap.add(new Fault(chain, n, Kind.MISSING));
                } else {
                    faults.addAll(gap); // entries are missing only if a later one exists
                    gap.clear();
                    check(head, n, document);
                    head = new Head(chain, n, String.valueOf(document.get("hash")));
                    seen++;
                }
            }
        }
        entries += seen;
        heads.add(head);
    }

    private Map<String, Document> block(String chain, long from) {
        List<String> ids = LongStream.range(from, from + BLOCK).mapToObj(n -> ChainedAuditEntry.id(chain, n)).toList();
        Map<String, Document> block = new HashMap<>();
        trail.find(Filters.in("_id", ids)).forEach(document -> block.put(document.getString("_id"), document));
        return block;
    }

    private void check(Head before, long n, Document document) {
        ChainedAuditEntry link = readable(document);
        if (link == null || !link.hash().equals(document.get("hash"))) {
            faults.add(new Fault(before.chain(), n, Kind.CHANGED));
        } else if (link.n() != n || !link.chain().equals(before.chain()) || !link.previous().equals(before.hash())) {
            faults.add(new Fault(before.chain(), n, Kind.MISPLACED));
        }
    }

    private static ChainedAuditEntry readable(Document document) {
        try {
            return ChainedAuditEntry.of(document);
        } catch (RuntimeException _) {
            return null; // a field is missing or has another type
        }
    }
}
