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
 * Stores a file as encrypted chunks, written as they are received: no plain content is written to disk, and only one
 * chunk is in memory. Every upload has its own chunks, so that a repetition can never change content that a checklist
 * references.
 */
@Component
public class EncryptedChunks {

    private static final int CHUNK_BYTES = 256 * 1024;

    private final MongoCollection<Document> chunks;
    private final PendingUploads pendingUploads;
    private final Privacy privacy;

    EncryptedChunks(MongoDatabase database, PendingUploads pendingUploads, Privacy privacy) {
        this.chunks = database.getCollection("content");
        this.pendingUploads = pendingUploads;
        this.privacy = privacy;
    }

    /**
     * A stored file.
     *
     * @param begunAt when the upload started, in machine time
     */
    public record StoredFile(String contentId, Instant begunAt, int chunks, long bytes, String digest) {}

    /**
     * Stores the whole stream. A failed upload leaves no chunks.
     *
     * @throws UploadTooLarge when the stream is longer than {@code limit}
     */
    public StoredFile store(String caseId, InputStream in, long limit) throws IOException {
        PendingUploads.PendingUpload upload = pendingUploads.begin(caseId);
        boolean stored = false;
        try {
            StoredFile file = write(upload, in, limit);
            stored = true;
            return file;
        } finally {
            if (!stored) {
                discard(pendingUploads.current(upload));
            }
        }
    }

    private StoredFile write(PendingUploads.PendingUpload upload, InputStream in, long limit) throws IOException {
        MessageDigest digest = sha256();
        Subject subject = Subject.ofCase(upload.caseId());
        long bytes = 0;
        int count = 0;
        byte[] chunk = in.readNBytes(CHUNK_BYTES);
        while (chunk.length > 0) {
            bytes += chunk.length;
            if (bytes > limit) {
                throw new UploadTooLarge(limit);
            }
            digest.update(chunk);
            Document sealed = new Document("_id", id(upload.contentId(), count++)).append("sealed",
                    new Binary(privacy.sealBytes(subject, chunk)));
            pendingUploads.recordChunks(upload.contentId(), count);
            StoreExceptionTranslator.execute(() -> chunks.insertOne(sealed));
            chunk = in.readNBytes(CHUNK_BYTES);
        }
        return new StoredFile(upload.contentId(), upload.begunAt(), count, bytes,
                HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Writes a stored file to a stream. The last chunk is held back until the whole content matches the digest, so that
     * a reader who knows the length detects a damaged file.
     *
     * @throws IOException when a chunk is missing or the content does not match the digest
     */
    public void copy(String contentId, int count, String digest, OutputStream out) throws IOException {
        MessageDigest actual = sha256();
        byte[] last = {};
        for (int number = 0; number < count; number++) {
            out.write(last);
            last = read(id(contentId, number));
            actual.update(last);
        }
        if (!HexFormat.of().formatHex(actual.digest()).equals(digest)) {
            throw new IOException("content " + contentId + " does not match its digest");
        }
        out.write(last);
    }

    /** Completes an upload that a checklist references. */
    public void complete(StoredFile file) {
        pendingUploads.complete(file.contentId());
    }

    /** Removes a file that no checklist references. */
    public void discard(StoredFile file) {
        discard(new PendingUploads.PendingUpload(file.contentId(), "", file.chunks(), file.begunAt()));
    }

    /** Removes the chunks of an upload that no checklist references. */
    public void discard(PendingUploads.PendingUpload upload) {
        for (int number = 0; number < upload.chunks(); number++) {
            String id = id(upload.contentId(), number);
            StoreExceptionTranslator.execute(() -> chunks.deleteOne(Filters.eq("_id", id)));
        }
        pendingUploads.complete(upload.contentId());
    }

    private byte[] read(String id) throws IOException {
        Document chunk = StoreExceptionTranslator.execute(() -> chunks.find(Filters.eq("_id", id)).first());
        if (chunk == null) {
            throw new IOException("chunk " + id + " is missing");
        }
        return privacy.openBytes(chunk.get("sealed", Binary.class).getData())
                .orElseThrow(() -> new IOException("chunk " + id + " was erased"));
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
