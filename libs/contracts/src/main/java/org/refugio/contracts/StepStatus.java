package org.refugio.contracts;

/** The status of a {@link Step}. Steps overlap: documents can be gathered before the consultation has taken place. */
public enum StepStatus {
    NOT_STARTED,
    IN_PROGRESS,
    DONE
}
