package org.refugio.store.documents;

import java.util.Arrays;

/** The key of a document's record: its id, as bytes that are equal for equal ids. */
final class DocumentKey {

    private final byte[] bytes;

    private DocumentKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static DocumentKey ofId(Object id) {
        return new DocumentKey(SortKey.exact(id));
    }

    static DocumentKey ofBytes(byte[] bytes) {
        return new DocumentKey(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
