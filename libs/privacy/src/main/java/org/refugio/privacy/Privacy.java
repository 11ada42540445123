package org.refugio.privacy;

import java.util.Optional;
import org.refugio.contracts.Sealed;

/**
 * Encrypts, finds and erases personal data; only this library does so. One bean, from this library's auto-configuration.
 * Every method that needs a key throws {@link KeyUnavailable} when the vault does not respond.
 */
public interface Privacy {

    /**
     * Creates the subject's key unless it exists. Only the service that owns the subject calls this, before it publishes the
     * subject. Idempotent.
     *
     * @throws SubjectErased when the subject was erased
     */
    void register(Subject subject);

    /**
     * Encrypts text. The subject must be registered; waits up to 2 seconds for a key that was created a moment ago.
     *
     * @throws SubjectErased when the subject was erased
     * @throws KeyMissing when the vault responds and has no key of the subject
     */
    Sealed seal(Subject subject, String text);

    /**
     * Encrypts a value as JSON.
     *
     * @throws SubjectErased when the subject was erased
     * @throws KeyMissing when the vault responds and has no key of the subject
     */
    Sealed sealJson(Subject subject, Object value);

    /**
     * Decrypts text.
     *
     * @return empty when the subject was erased
     * @throws KeyMissing when the vault responds and has neither the key nor a tombstone
     * @throws SealedValueCorrupt when the value cannot be decrypted with its key
     */
    Optional<String> open(Sealed sealed);

    /**
     * Decrypts a value that {@link #sealJson} encrypted.
     *
     * @return empty when the subject was erased
     * @throws KeyMissing when the vault responds and has neither the key nor a tombstone
     * @throws SealedValueCorrupt when the value cannot be decrypted with its key
     */
    <T> Optional<T> openJson(Sealed sealed, Class<T> type);

    /**
     * Encrypts bytes.
     *
     * @throws IllegalArgumentException for more than 1 MiB
     * @throws SubjectErased when the subject was erased
     */
    byte[] sealBytes(Subject subject, byte[] plain);

    /**
     * Decrypts bytes that {@link #sealBytes} encrypted.
     *
     * @return empty when the subject was erased
     * @throws KeyMissing when the vault responds and has neither the key nor a tombstone
     * @throws SealedValueCorrupt when the bytes cannot be decrypted with their key
     */
    Optional<byte[]> openBytes(byte[] sealed);

    /** Destroys the subject's key. All copies of its data are unreadable once the key caches of all processes have expired. */
    void erase(Subject subject);

    /**
     * A keyed hash of a text, for searches for encrypted values of one field in one service's own store. Equal texts have
     * equal tokens; case, accents and repeated spaces make no difference. Tokens must not be put into events.
     *
     * @return 22 characters of URL-safe base64
     */
    String token(String field, String text);
}
