package org.refugio.messaging.command;

/** The key was used before, with another command. */
public record IdempotencyKeyReused() implements Refusal {

    @Override
    public String rule() {
        return "idempotency-key-reused";
    }

    @Override
    public String explanation() {
        return "This Idempotency-Key was used for another command. Send each new command with a new key.";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
