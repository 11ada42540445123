package org.refugio.messaging.command;

import java.util.Objects;

/**
 * The client's {@code Idempotency-Key} and a fingerprint of the command that it was sent with. The same key with the same
 * fingerprint gets the recorded outcome; with another fingerprint it is refused.
 *
 * @param key 1 to 128 printable characters; stored in clear text, so the caller passes a digest if it can be guessed
 * @param fingerprint a digest of the route and the command's body; stored in clear text
 */
public record CommandKey(String key, String fingerprint) {

    public CommandKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(fingerprint);
    }
}
