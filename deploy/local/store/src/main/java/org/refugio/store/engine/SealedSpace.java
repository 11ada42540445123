package org.refugio.store.engine;

import java.util.Map;
import java.util.stream.Stream;

/** A {@link KeySpace} whose values are encrypted on disk; the keys are not. */
public final class SealedSpace {

    private final KeySpace space;
    private final ValueSeal seal;

    SealedSpace(KeySpace space, ValueSeal seal) {
        this.space = space;
        this.seal = seal;
    }

    /** The value; null when there is none. */
    public byte[] get(byte[] key) {
        byte[] sealed = space.get(key);
        return sealed == null ? null : seal.open(sealed, space.recordKey(key));
    }

    /** @param length how many bytes of the value count */
    public void put(byte[] key, byte[] value, int length) {
        space.put(key, seal.seal(value, length, space.recordKey(key)));
    }

    public void delete(byte[] key) {
        space.delete(key);
    }

    /** Whether a value exists; it is not decrypted. */
    public boolean contains(byte[] key) {
        return space.get(key) != null;
    }

    /** The stored records in the order of their keys, read lazily while the work is running. */
    public Stream<Map.Entry<byte[], byte[]>> records() {
        return space.records().map(
                each -> Map.entry(each.getKey(), seal.open(each.getValue(), space.recordKey(each.getKey()))));
    }

    public boolean isEmpty() {
        return space.isEmpty();
    }

    /** Reads all keys. */
    public long count() {
        return space.count();
    }

    /** Delete all records. */
    public void clear() {
        space.clear();
    }
}
