package org.refugio.document.checklist;

/** The state of a checklist item. */
public enum ItemState {
    MISSING,
    UPLOADED,
    ACCEPTED,
    RETURNED,
    WAIVED;

    /** Whether nothing more is expected for the item. */
    boolean isSettled() {
        return this == ACCEPTED || this == WAIVED;
    }
}
