package org.refugio.access;

import org.refugio.messaging.Outcome;
import org.refugio.messaging.Saved;
import org.springframework.http.ResponseEntity;

/** Turns a command's {@link Outcome} into its HTTP answer. */
public final class Answers {

    private Answers() {
    }

    /** 200 with {@link Saved}, or the problem detail of a refusal (409, 422) or of a missing object (404). */
    public static ResponseEntity<Saved> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.ok(done.saved());
            case Outcome.Refused refused -> throw new RuleSaidNo(refused.refusal());
            case Outcome.Missing missing -> throw new NotYours();
        };
    }
}
