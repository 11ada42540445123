package org.refugio.access;

import org.refugio.messaging.command.Refusal;

/** Carries a refusal out of a controller to the one place that writes problem details. */
public class RefusalException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusalException(Refusal refusal) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
