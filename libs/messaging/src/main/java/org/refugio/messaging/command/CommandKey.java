package org.refugio.messaging.command;

import java.util.Objects;

/**
 * The client's {@code Idempotency-Key} together with what it stands for. The same key with the same fingerprint gets the
 * recorded answer; with another fingerprint it is refused.
 *
 * @param key as sent, 1 to 128 printable characters
 * @param fingerprint a digest of the route and the command's body (a digest only: it is stored in the clear)
 */
public record CommandKey(String key, String fingerprint) {

    public CommandKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(fingerprint);
    }
}
