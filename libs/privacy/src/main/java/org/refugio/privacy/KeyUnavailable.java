package org.refugio.privacy;

import com.mongodb.MongoTimeoutException;

/**
 * The subject's key cannot be read at the moment: the vault does not respond. A later attempt can succeed. It is not thrown for
 * an erased subject, whose values open as empty, nor for a key that the vault does not contain ({@link KeyMissing}).
 *
 * <p>It is an exception of the store by type, and therefore handled like an unavailable store: an event whose handler throws
 * it is retried and never parked, and a request is answered 503.
 */
public class KeyUnavailable extends MongoTimeoutException {

    /** @param message for the log, without personal data */
    public KeyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
