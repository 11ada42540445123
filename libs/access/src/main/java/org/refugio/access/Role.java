package org.refugio.access;

/** A role that a person holds in an office. */
public enum Role {
    INTAKE_WORKER,
    LEGAL_OFFICER,
    SCHEDULER,
    INTERPRETER,
    COORDINATOR,
    FEDERATION_ADMIN,
    AUDITOR
}
