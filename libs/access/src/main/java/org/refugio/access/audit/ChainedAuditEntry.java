package org.refugio.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;

/**
 * An entry at its position in a chain. Its hash covers its content, its position and the hash of the previous entry, so no
 * entry can be changed, removed or moved without recomputing the rest of the chain.
 */
record ChainedAuditEntry(String chain, long n, String previous, AuditEntry entry) {

    static final String NO_PREVIOUS_HASH = "";

    static String id(String chain, long n) {
        return "%s|%012d".formatted(chain, n);
    }

    String hash() {
        MessageDigest digest = sha256();
        for (String part : List.of(chain, Long.toString(n), previous, entry.who(), entry.permission(), entry.route(),
                entry.object(), entry.office(), entry.outcome().name(), Long.toString(entry.at().toEpochMilli()),
                entry.trace())) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    Document toBson() {
        return new Document("_id", id(chain, n)).append("chain", chain).append("n", n).append("previous", previous)
                .append("who", entry.who()).append("permission", entry.permission()).append("route", entry.route())
                .append("object", entry.object()).append("office", entry.office())
                .append("outcome", entry.outcome().name()).append("at", Date.from(entry.at()))
                .append("trace", entry.trace()).append("hash", hash());
    }

    /** @throws RuntimeException when the document was not created by {@link #toBson} */
    static ChainedAuditEntry of(Document document) {
        return new ChainedAuditEntry(document.getString("chain"), document.get("n", Number.class).longValue(),
                document.getString("previous"), entry(document));
    }

    static AuditEntry entry(Document document) {
        return new AuditEntry(document.getString("who"), document.getString("permission"), document.getString("route"),
                document.getString("object"), document.getString("office"),
                AuditEntry.Outcome.valueOf(document.getString("outcome")),
                Instant.ofEpochMilli(document.getDate("at").getTime()), document.getString("trace"));
    }
}
