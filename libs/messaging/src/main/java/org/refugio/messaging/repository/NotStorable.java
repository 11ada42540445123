package org.refugio.messaging.repository;

import org.refugio.messaging.command.Refusal;

/**
 * The store can never accept the result of the command.
 *
 * @param reason a stable word
 */
record NotStorable(String reason) implements Refusal {

    @Override
    public String rule() {
        return reason.equals(StoreRejectedWrite.TOO_LARGE) ? "too-large-to-keep" : "cannot-be-kept";
    }

    @Override
    public String explanation() {
        return "This cannot be stored as it is. Shorten or divide it; sending it again unchanged has the same result.";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
