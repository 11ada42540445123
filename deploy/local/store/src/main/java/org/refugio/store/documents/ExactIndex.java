package org.refugio.store.documents;

import java.util.List;

/** An index with at most one document for the values of all its keys. */
interface ExactIndex {

    /** The document with these values; null when there is none. */
    DocumentKey find(List<Object> values);

    /** Whether it contains all documents that the current work sees. */
    boolean isUsable();
}
