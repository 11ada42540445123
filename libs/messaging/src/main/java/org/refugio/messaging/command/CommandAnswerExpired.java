package org.refugio.messaging.command;

/** The command was carried out, so long ago that only its key is remembered and not its answer. */
public record CommandAnswerExpired() implements Refusal {

    @Override
    public String rule() {
        return "answered-long-ago";
    }

    @Override
    public String explanation() {
        return "The command with this Idempotency-Key was carried out before. Look at the present state; "
                + "if there is more to do, send a new command with a new key.";
    }
}
