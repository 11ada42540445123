package org.refugio.document.checklist;

/** Where a line of the checklist stands. */
public enum LineState {
    MISSING, UPLOADED, ACCEPTED, RETURNED, WAIVED;

    /** Whether nothing more is expected for the line. */
    boolean settled() {
        return this == ACCEPTED || this == WAIVED;
    }
}
