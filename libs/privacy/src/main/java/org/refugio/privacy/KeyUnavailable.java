package org.refugio.privacy;

import com.mongodb.MongoTimeoutException;

/**
 * The subject's key cannot be read now: the vault is away, or the key has not arrived in it. Trying again later can
 * succeed; nothing is known about the data. An erased subject is not this: it opens as empty.
 * <p>
 * It is a fault of the store by type, so that whoever waits for the store waits for the vault too: an event whose handler
 * meets it is tried again and never parked, a request is answered 503.
 */
public class KeyUnavailable extends MongoTimeoutException {

    public KeyUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
