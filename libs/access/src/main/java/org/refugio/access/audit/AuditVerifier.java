package org.refugio.access.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.access.audit.AuditVerification.Fault;
import org.refugio.access.audit.AuditVerification.Head;
import org.refugio.access.audit.AuditVerification.Kind;

/**
 * Verifies a part of the trail: all chains together by ascending numbers, in small reads on the index of the numbers, so that
 * no read delays the writers. A gap of any length is skipped by one query, and the verification continues behind it.
 */
final class AuditVerifier {

    static final int READ = 250;

    private final MongoCollection<Document> trail;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Head> heads = new TreeMap<>();
    private long from;
    private long entries;

    AuditVerifier(MongoCollection<Document> trail, AuditPosition start) {
        this.trail = trail;
        this.from = start.from();
        this.entries = start.entries();
        start.heads().forEach(head -> heads.put(head.chain(), head));
    }

    /** Verifies at least {@code most} entries if there are so many, and at most {@code READ} of each chain more. */
    AuditVerification run(long most) {
        long total = trail.estimatedDocumentCount();
        long enough = entries + most;
        boolean more = true;
        while (more && entries < enough) {
            more = verifyNext();
        }
        if (!more && entries < total) {
            // the total is an estimate; this count is exact, and reads the whole trail
            long outside = trail.countDocuments(Filters.not(Filters.gte("n", 1)));
            if (outside > 0) {
                faults.add(new Fault("", 0, outside, Kind.OUTSIDE));
            }
        }
        List<Head> reached = List.copyOf(heads.values());
        return new AuditVerification(entries, Math.max(total, entries), List.copyOf(faults), reached,
                more ? new AuditPosition(from, entries, reached).text() : null);
    }

    /** Returns false at the end of the trail. */
    private boolean verifyNext() {
        List<Document> found = read(Filters.empty(), from, from + READ);
        if (found.isEmpty()) {
            Document behindGap = trail.find(Filters.gte("n", from)).sort(Sorts.ascending("n")).limit(1).first();
            if (behindGap == null) {
                verifyAppended();
                return false;
            }
            from = numberOf(behindGap);
            return true;
        }
        found.forEach(this::verify);
        from += READ;
        return true;
    }

    /** What was appended to a chain after its numbers were passed. */
    private void verifyAppended() {
        Set<String> chains = new TreeSet<>(heads.keySet());
        trail.find(Filters.eq("n", 1)).forEach(first -> chains.add(chainOf(first)));
        chains.forEach(chain -> verifyUpTo(chain, Long.MAX_VALUE));
    }

    private void verifyUpTo(String chain, long end) {
        List<Document> found;
        do {
            long next = head(chain).n() + 1;
            found = read(Filters.eq("chain", chain), next, Math.min(end, next + READ));
            found.forEach(this::verify);
        } while (!found.isEmpty());
    }

    private List<Document> read(Bson chains, long first, long end) {
        List<Document> found = trail.find(Filters.and(Filters.gte("n", first), Filters.lt("n", end), chains))
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(AuditVerifier::numberOf));
        return found;
    }

    private Head head(String chain) {
        return heads.getOrDefault(chain, new Head(chain, 0, ChainedAuditEntry.NO_PREVIOUS_HASH));
    }

    private static String chainOf(Document document) {
        return String.valueOf(document.get("chain"));
    }

    private static long numberOf(Document document) {
        return document.get("n", Number.class).longValue();
    }

    private void verify(Document document) {
        String chain = chainOf(document);
        long n = numberOf(document);
        if (n > head(chain).n() + 1) {
            verifyUpTo(chain, n); // they may have been appended since they were looked for
        }
        entries++;
        Head before = head(chain);
        boolean gap = n > before.n() + 1;
        if (gap) {
            faults.add(new Fault(chain, before.n() + 1, n - 1, Kind.MISSING));
        }
        ChainedAuditEntry link = readable(document);
        if (link == null || !link.hash().equals(document.get("hash"))) {
            faults.add(new Fault(chain, n, n, Kind.CHANGED));
        } else if (!ChainedAuditEntry.id(chain, n).equals(document.get("_id")) || n <= before.n()
                || !gap && !link.previous().equals(before.hash())) { // behind a gap the predecessor is unknown
            faults.add(new Fault(chain, n, n, Kind.MISPLACED));
        }
        heads.put(chain, new Head(chain, Math.max(n, before.n()), String.valueOf(document.get("hash"))));
    }

    private static ChainedAuditEntry readable(Document document) {
        try {
            return ChainedAuditEntry.of(document);
        } catch (RuntimeException _) {
            return null; // a field is missing or has another type
        }
    }
}
