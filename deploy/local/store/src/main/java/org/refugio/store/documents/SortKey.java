package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Bytes whose unsigned order equals the order of the appended values: a byte for the type, then the value. Numbers of
 * all types compare as doubles; values of other types share one key, because index queries never use them.
 */
final class SortKey {

    private static final int NOTHING = 0x10;
    private static final int NUMBER = 0x20;
    private static final int TEXT = 0x30;
    private static final int BOOLEAN = 0x40;
    private static final int TIME = 0x50;
    private static final int OBJECT_ID = 0x60;
    private static final int IDENTIFIER = 0x70;
    private static final int OTHER = 0xF0;
    private static final int LAST_OF_TYPE = 0x0F;
    private static final int AFTER_ALL = 0xFF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    static SortKey of(Iterable<?> values) {
        SortKey key = new SortKey();
        values.forEach(key::append);
        return key;
    }

    SortKey append(Object value) {
        out.write(type(value));
        switch (value) {
            case Number number -> ordered(number.doubleValue());
            case String text -> text(text);
            case Boolean bool -> out.write(bool ? 1 : 0);
            case Instant time -> bits(time.toEpochMilli() ^ Long.MIN_VALUE);
            case ObjectId id -> out.writeBytes(id.toByteArray());
            case UUID id -> {
                bits(id.getMostSignificantBits());
                bits(id.getLeastSignificantBits());
            }
            case null, default -> {
                // the type is sufficient
            }
        }
        return this;
    }

    /** Only the type of the value: a prefix of all values that are comparable with it. */
    SortKey appendType(Object value) {
        out.write(type(value));
        return this;
    }

    /** Bytes that are equal exactly when the values are equal; those of ids sort like the ids. */
    static byte[] exact(Object value) {
        return new SortKey().appendExact(value).bytes();
    }

    /** @see #exact(Object) */
    static byte[] exact(Iterable<?> values) {
        SortKey key = new SortKey();
        values.forEach(key::appendExact);
        return key.bytes();
    }

    /** Distinguishes entries with equal keys. */
    SortKey appendKey(DocumentKey document) {
        out.writeBytes(document.bytes());
        return this;
    }

    private SortKey appendExact(Object value) {
        append(value);
        if (value instanceof Number number) {
            bits(number.longValue()); // a double cannot distinguish large numbers
        } else if (type(value) == OTHER) {
            ByteBuf encoded = Unpooled.buffer();
            BsonEncoder.encodeDocument(new Document("", new KeyValue(value).normalized().get(0)), encoded);
            out.write(encoded.array(), encoded.arrayOffset() + encoded.readerIndex(), encoded.readableBytes());
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The upper bound of all keys with this prefix. */
    byte[] end() {
        return with(AFTER_ALL);
    }

    /** The upper bound of all keys that have this prefix and then a value of the same type. */
    byte[] endOfType(Object value) {
        return with(type(value) | LAST_OF_TYPE);
    }

    static boolean comparable(Object one, Object other) {
        return type(one) == type(other);
    }

    private byte[] with(int last) {
        byte[] bytes = Arrays.copyOf(bytes(), out.size() + 1);
        bytes[bytes.length - 1] = (byte) last;
        return bytes;
    }

    private static int type(Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Missing _ -> NOTHING;
            case Number _ -> NUMBER;
            case String _ -> TEXT;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> TIME;
            case ObjectId _ -> OBJECT_ID;
            case UUID _ -> IDENTIFIER;
            default -> OTHER;
        };
    }

    private void ordered(double number) {
        long bits = Double.doubleToLongBits(number == 0 ? 0.0 : number); // -0.0 equals 0.0
        bits(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private void bits(long bits) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    }

    /** A zero inside is escaped, so that the end sorts before every continuation. */
    private void text(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(each);
            if (each == 0) {
                out.write(AFTER_ALL);
            }
        }
        out.write(0);
        out.write(0);
    }
}
