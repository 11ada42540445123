package org.refugio.messaging.command;

/** The command was executed so long ago that its outcome is no longer recorded. */
public record CommandAnswerExpired() implements Refusal {

    @Override
    public String rule() {
        return "answered-long-ago";
    }

    @Override
    public String explanation() {
        return "The command with this Idempotency-Key was executed before, and its outcome is no longer recorded. "
                + "Check the current state; for a further change, send a new command with a new key.";
    }
}
