package org.refugio.document.uploads;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.refugio.messaging.TransientFailure;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/**
 * Keeps a file as sealed pieces, written as they arrive: nothing of it ever stands in the clear on a disk, and no more
 * than a piece of it in memory. A file counts only once the checklist names it.
 */
@Component
public class Pieces {

    private static final int PIECE = 256 * 1024;

    private final MongoCollection<Document> pieces;
    private final Privacy privacy;

    Pieces(MongoDatabase database, Privacy privacy) {
        this.pieces = database.getCollection("pieces");
        this.privacy = privacy;
        pieces.createIndex(Indexes.ascending("upload"));
    }

    /** What was kept. */
    public record Kept(int pieces, long bytes, String digest) {}

    /**
     * Keep everything that the stream holds; the same upload again overwrites itself with the same pieces.
     *
     * @throws TooLarge when there is more than {@code limit}
     */
    public Kept keep(String caseId, String uploadId, InputStream in, long limit) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        int count = 0;
        byte[] piece = in.readNBytes(PIECE);
        while (piece.length > 0) {
            bytes += piece.length;
            if (bytes > limit) {
                throw new TooLarge(limit);
            }
            digest.update(piece);
            write(caseId, uploadId, count++, piece);
            piece = in.readNBytes(PIECE);
        }
        return new Kept(count, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Write a kept file out, piece by piece, and compare at the end.
     *
     * @throws IOException also when a piece is missing or what came out is not what went in
     */
    public void copy(String uploadId, int count, String digest, OutputStream out) throws IOException {
        MessageDigest actual = sha256();
        for (int number = 0; number < count; number++) {
            byte[] plain = read(uploadId, number);
            actual.update(plain);
            out.write(plain);
        }
        if (!HexFormat.of().formatHex(actual.digest()).equals(digest)) {
            throw new IOException("upload " + uploadId + " does not match its digest");
        }
    }

    private void write(String caseId, String uploadId, int number, byte[] plain) {
        Document sealed = new Document("_id", uploadId + "|" + number).append("upload", uploadId)
                .append("at", new Date())
                .append("content", new Binary(privacy.sealBytes(Subject.ofCase(caseId), plain)));
        try {
            pieces.replaceOne(Filters.eq("_id", sealed.getString("_id")), sealed, new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            throw new TransientFailure("the document store does not answer", e);
        }
    }

    private byte[] read(String uploadId, int number) throws IOException {
        Document piece;
        try {
            piece = pieces.find(Filters.eq("_id", uploadId + "|" + number)).first();
        } catch (MongoException e) {
            throw new TransientFailure("the document store does not answer", e);
        }
        if (piece == null) {
            throw new IOException("upload " + uploadId + " lacks piece " + number);
        }
        return privacy.openBytes(piece.get("content", Binary.class).getData())
                .orElseThrow(() -> new IOException("upload " + uploadId + " was erased"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
