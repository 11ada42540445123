package org.refugio.contracts;

/** How far a {@link Step} has come. Steps overlap: documents are gathered while a consultation is still to be held. */
public enum StepStatus {
    NOT_STARTED,
    IN_PROGRESS,
    DONE
}
