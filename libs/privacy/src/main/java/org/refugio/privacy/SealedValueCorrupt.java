package org.refugio.privacy;

/** The ciphertext is damaged, or was not made by this library. Trying again cannot succeed. */
public class SealedValueCorrupt extends RuntimeException {

    public SealedValueCorrupt(String what, Throwable cause) {
        super(what, cause);
    }
}
