package org.refugio.privacy;

/**
 * The vault responds, but contains neither the subject's key nor a tombstone, also after the wait for a key that is only late.
 * A repetition cannot succeed until an operator restores the vault: an event whose handler throws it is parked, and only the
 * events of its aggregate wait. It is not an exception of the store by type, because those are retried without limit.
 */
public class KeyMissing extends RuntimeException {

    /** @param message for the log, without personal data */
    public KeyMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
