package org.refugio.document.checklist;

/** Where a line of the checklist stands. */
public enum ItemState {
    MISSING,
    UPLOADED,
    ACCEPTED,
    RETURNED,
    WAIVED;

    /** Whether nothing more is expected for the line. */
    boolean settled() {
        return this == ACCEPTED || this == WAIVED;
    }
}
