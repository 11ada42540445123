package org.refugio.access.audit;

/** The audit trail cannot be written at the moment, so the response is withheld and replaced by 503. */
public class AuditUnavailable extends RuntimeException {

    AuditUnavailable(Throwable cause) {
        super("The audit trail cannot be written", cause);
    }
}
