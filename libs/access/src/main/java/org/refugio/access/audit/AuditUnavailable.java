package org.refugio.access.audit;

/** The trail cannot be written now, so the answer is withheld: 503, and nothing was seen. */
public class AuditUnavailable extends RuntimeException {

    AuditUnavailable(Throwable cause) {
        super("The audit trail cannot be written", cause);
    }
}
