package org.refugio.access;

import org.refugio.messaging.command.Refusal;

/** Carries a refusal from a controller to the exception handler that writes problem details. */
public class RefusalException extends RuntimeException {

    private final transient Refusal refusal;

    /** Without a stack trace: a refusal is an expected outcome. */
    public RefusalException(Refusal refusal) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
    }

    /** The refusal. */
    public Refusal refusal() {
        return refusal;
    }
}
