package org.refugio.document.uploads;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/**
 * Keeps a file as sealed pieces, written as they arrive: nothing of it ever stands in the clear on a disk, and no more
 * than a piece of it in memory. Every arrival has pieces of its own, so that a repeat can never change what a checklist
 * already names.
 */
@Component
public class EncryptedChunks {

    private static final int PIECE = 256 * 1024;

    private final MongoCollection<Document> pieces;
    private final PendingUploads arrivals;
    private final Privacy privacy;

    EncryptedChunks(MongoDatabase database, PendingUploads arrivals, Privacy privacy) {
        this.pieces = database.getCollection("content");
        this.arrivals = arrivals;
        this.privacy = privacy;
    }

    /**
     * What was kept.
     *
     * @param begunAt when the first byte came, by the machine's clock
     */
    public record Kept(String contentId, Instant begunAt, int pieces, long bytes, String digest) {}

    /**
     * Keep everything that the stream holds. What fails leaves nothing behind.
     *
     * @throws UploadTooLarge when there is more than {@code limit}
     */
    public Kept keep(String caseId, InputStream in, long limit) throws IOException {
        PendingUploads.Arrival arrival = arrivals.begin(caseId);
        boolean kept = false;
        try {
            Kept whole = write(arrival, in, limit);
            kept = true;
            return whole;
        } finally {
            if (!kept) {
                discard(arrivals.now(arrival));
            }
        }
    }

    private Kept write(PendingUploads.Arrival arrival, InputStream in, long limit) throws IOException {
        MessageDigest digest = sha256();
        Subject subject = Subject.ofCase(arrival.caseId());
        long bytes = 0;
        int count = 0;
        byte[] piece = in.readNBytes(PIECE);
        while (piece.length > 0) {
            bytes += piece.length;
            if (bytes > limit) {
                throw new UploadTooLarge(limit);
            }
            digest.update(piece);
            Document sealed = new Document("_id", id(arrival.contentId(), count++)).append("sealed",
                    new Binary(privacy.sealBytes(subject, piece)));
            arrivals.counts(arrival.contentId(), count);
            StoreExceptionTranslator.execute(() -> pieces.insertOne(sealed));
            piece = in.readNBytes(PIECE);
        }
        return new Kept(arrival.contentId(), arrival.begunAt(), count, bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Write a kept file out. The last piece is held back until all of them match the digest, so that a reader who knows
     * the length can never take a damaged file for a whole one.
     *
     * @throws IOException when a piece is missing or what came out is not what went in
     */
    public void copy(String contentId, int count, String digest, OutputStream out) throws IOException {
        MessageDigest actual = sha256();
        byte[] held = {};
        for (int number = 0; number < count; number++) {
            out.write(held);
            held = read(id(contentId, number));
            actual.update(held);
        }
        if (!HexFormat.of().formatHex(actual.digest()).equals(digest)) {
            throw new IOException("content " + contentId + " does not match its digest");
        }
        out.write(held);
    }

    /** A checklist names it. */
    public void settled(Kept kept) {
        arrivals.settled(kept.contentId());
    }

    /** No checklist names it: remove it. */
    public void discard(Kept kept) {
        discard(new PendingUploads.Arrival(kept.contentId(), "", kept.pieces(), kept.begunAt()));
    }

    /** Remove what no checklist names. */
    public void discard(PendingUploads.Arrival arrival) {
        for (int number = 0; number < arrival.pieces(); number++) {
            String id = id(arrival.contentId(), number);
            StoreExceptionTranslator.execute(() -> pieces.deleteOne(Filters.eq("_id", id)));
        }
        arrivals.settled(arrival.contentId());
    }

    private byte[] read(String id) throws IOException {
        Document piece = StoreExceptionTranslator.execute(() -> pieces.find(Filters.eq("_id", id)).first());
        if (piece == null) {
            throw new IOException("piece " + id + " is missing");
        }
        return privacy.openBytes(piece.get("sealed", Binary.class).getData())
                .orElseThrow(() -> new IOException("piece " + id + " was erased"));
    }

    private static String id(String contentId, int number) {
        return contentId + "|" + number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
