package org.refugio.e2e.calls;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;

/** The queries that read all documents of a collection, because no index serves them, as the embedded store counts them. */
public final class FullScanReport {

    /** A job that looks at all cases once after each start, in pages by {@code _id}. */
    private static final String TOKEN_UPGRADE = "refugio_intake.cases [_id, state.tokens]";

    private FullScanReport() {
    }

    /**
     * Checks what the services have asked since the start of the installation.
     *
     * @throws UnexpectedResult when a query had no index
     */
    public static void check(Installation at) {
        try (MongoClient client = MongoClients.create(at.storeUri())) {
            Map<String, Object> scans = new TreeMap<>(client.getDatabase("admin")
                    .runCommand(new Document("fullScans", 1)).get("scans", Document.class));
            scans.remove(TOKEN_UPGRADE);
            if (!scans.isEmpty()) {
                throw new UnexpectedResult("queries without an index, with their number: " + scans);
            }
        }
    }
}
