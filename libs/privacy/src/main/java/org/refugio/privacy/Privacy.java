package org.refugio.privacy;

import java.util.Optional;
import org.refugio.contracts.Sealed;

/** The only door to personal data. One bean, from this library's auto-configuration. */
public interface Privacy {

    /** Create the subject's key if it has none. Only the service that owns the subject does this. Idempotent. */
    void register(Subject subject);

    /** Encrypt text. The subject must be registered (a fresh key can take a moment to be seen: this waits briefly). */
    Sealed seal(Subject subject, String text);

    /** Encrypt a value as JSON. */
    Sealed sealJson(Subject subject, Object value);

    /** Decrypt; empty when the subject was erased. */
    Optional<String> open(Sealed sealed);

    /** Decrypt a value sealed by {@link #sealJson}; empty when the subject was erased. */
    <T> Optional<T> openJson(Sealed sealed, Class<T> type);

    /** Encrypt bytes, at most 1 MiB at a time. */
    byte[] sealBytes(Subject subject, byte[] plain);

    /** Decrypt bytes; empty when the subject was erased. */
    Optional<byte[]> openBytes(byte[] sealed);

    /** Destroy the subject's key: every copy of its data is unreadable once the drivers' key caches have expired. */
    void erase(Subject subject);

    /**
     * A keyed token that equals for equal text, to search encrypted values within one field of one service's own store.
     * Never put one into an event. The text is normalised (case, accents, spaces) first.
     */
    String token(String field, String text);
}
