package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.stream.Stream;
import org.refugio.store.engine.SealedSpace;

/** The documents of a collection, each a sealed record. A document that is read is a new object. */
final class DocumentRecords {

    private static final int MOST_BYTES = 16 << 20;
    private static final int TOO_LARGE = 10334;
    private static final int TYPICAL_BYTES = 1024;

    private final SealedSpace space;

    DocumentRecords(SealedSpace space) {
        this.space = space;
    }

    /** The document; null when there is none. */
    Document get(DocumentKey key) {
        byte[] bytes = space.get(key.bytes());
        return bytes == null ? null : decoded(bytes);
    }

    boolean contains(DocumentKey key) {
        return space.contains(key.bytes());
    }

    /** @throws MongoServerError when the document is larger than 16 MiB; the driver could not read it again */
    void put(DocumentKey key, Document document) {
        ByteBuf bytes = Unpooled.buffer(TYPICAL_BYTES);
        BsonEncoder.encodeDocument(document, bytes);
        if (bytes.readableBytes() > MOST_BYTES) {
            throw new MongoServerError(TOO_LARGE, "BSONObjectTooLarge",
                    "the document would have " + bytes.readableBytes() + " bytes, more than " + MOST_BYTES);
        }
        space.put(key.bytes(), bytes.array(), bytes.readableBytes());
    }

    void delete(DocumentKey key) {
        space.delete(key.bytes());
    }

    Stream<DocumentWithPosition<DocumentKey>> all() {
        return space.records().map(each -> new DocumentWithPosition<>(decoded(each.getValue()),
                DocumentKey.ofBytes(each.getKey())));
    }

    boolean isEmpty() {
        return space.isEmpty();
    }

    long count() {
        return space.count();
    }

    void clear() {
        space.clear();
    }

    private static Document decoded(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
