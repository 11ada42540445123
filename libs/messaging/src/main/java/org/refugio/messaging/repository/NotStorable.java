package org.refugio.messaging.repository;

import org.refugio.messaging.command.Refusal;

/**
 * The store will never take what the command asks for.
 *
 * @param why a stable word
 */
record NotStorable(String why) implements Refusal {

    @Override
    public String rule() {
        return why.equals(StoreRejectedWrite.TOO_LARGE) ? "too-large-to-keep" : "cannot-be-kept";
    }

    @Override
    public String explanation() {
        return "This cannot be kept as it is. Make it shorter or divide it; sending it again will not help.";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
