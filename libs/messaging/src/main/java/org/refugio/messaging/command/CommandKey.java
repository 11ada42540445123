package org.refugio.messaging.command;

import java.util.Objects;
import org.refugio.messaging.event.DerivedIds;

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

    /**
     * The same key for a command whose body was streamed, once it is complete: its fingerprint covers the body too. What is
     * stored then does not reveal the body's digest, because the fingerprint so far is not stored and cannot be guessed.
     *
     * @param bodyDigest a digest of the body
     */
    public CommandKey covering(String bodyDigest) {
        return new CommandKey(key, DerivedIds.derived("command-body", fingerprint, bodyDigest));
    }
}
