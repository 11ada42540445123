package org.refugio.access;

import org.refugio.messaging.Refusal;

/** Carries a refusal out of a controller to the one place that writes problem details. */
public class RuleSaidNo extends RuntimeException {

    private final transient Refusal refusal;

    public RuleSaidNo(Refusal refusal) {
        super(refusal.rule(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
