package org.refugio.access;

/** A role of a person in an office. */
public enum Role {
    INTAKE_WORKER,
    LEGAL_OFFICER,
    SCHEDULER,
    INTERPRETER,
    COORDINATOR,
    FEDERATION_ADMIN,
    AUDITOR
}
