package org.refugio.store.documents;

/** An index with entries of its own, which the collection fills when it is created. */
interface FillableIndex {

    /** Delete all entries. */
    void clear();

    /** Declare that all documents are in the index. */
    void complete();
}
