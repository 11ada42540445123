package org.refugio.messaging.command;

/** The key was used before, with another command. */
public record IdempotencyKeyReused() implements Refusal {

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
