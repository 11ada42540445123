package org.refugio.store.engine;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The records whose keys begin with one number, for instance the documents of a collection or the entries of an index. */
public final class KeySpace {

    private static final int PREFIX_BYTES = Integer.BYTES;

    private final StoreEngine engine;
    private final int number;

    KeySpace(StoreEngine engine, int number) {
        this.engine = engine;
        this.number = number;
    }

    /** The value; null when there is none. */
    public byte[] get(byte[] key) {
        return engine.session().get(recordKey(key));
    }

    public void put(byte[] key, byte[] value) {
        engine.session().put(recordKey(key), value);
    }

    public void delete(byte[] key) {
        engine.session().delete(recordKey(key));
    }

    /** The stored records in the order of their keys, read lazily while the work is running. */
    public Stream<Map.Entry<byte[], byte[]>> records() {
        return stream(engine.session().scan(start(), end()), true);
    }

    /** The stored values of the keys from one on, up to and without another. */
    public Stream<byte[]> values(byte[] from, byte[] to) {
        return stream(engine.session().scan(recordKey(from), recordKey(to)), false).map(Map.Entry::getValue);
    }

    public boolean isEmpty() {
        return !engine.session().scan(start(), end()).hasNext();
    }

    /** Reads all keys. */
    public long count() {
        return records().count();
    }

    /** Delete all records. */
    public void clear() {
        engine.session().clear(start(), end());
    }

    /** The complete key of a record. */
    byte[] recordKey(byte[] key) {
        return ByteBuffer.allocate(PREFIX_BYTES + key.length).putInt(number).put(key).array();
    }

    private byte[] start() {
        return ByteBuffer.allocate(PREFIX_BYTES).putInt(number).array();
    }

    private byte[] end() {
        return ByteBuffer.allocate(PREFIX_BYTES).putInt(number + 1).array();
    }

    private static Stream<Map.Entry<byte[], byte[]>> stream(Iterator<Map.Entry<byte[], byte[]>> scan, boolean strip) {
        Stream<Map.Entry<byte[], byte[]>> all = StreamSupport
                .stream(Spliterators.spliteratorUnknownSize(scan, Spliterator.ORDERED), false);
        return strip ? all.map(KeySpace::withoutPrefix) : all;
    }

    private static Map.Entry<byte[], byte[]> withoutPrefix(Map.Entry<byte[], byte[]> record) {
        byte[] key = record.getKey();
        return Map.entry(java.util.Arrays.copyOfRange(key, PREFIX_BYTES, key.length), record.getValue());
    }
}
