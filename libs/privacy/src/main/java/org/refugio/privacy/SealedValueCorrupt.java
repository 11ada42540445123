package org.refugio.privacy;

/** The ciphertext is damaged, or was not created by this library. A repetition cannot succeed. */
public class SealedValueCorrupt extends RuntimeException {

    /** @param message for the log, without personal data */
    public SealedValueCorrupt(String message, Throwable cause) {
        super(message, cause);
    }
}
