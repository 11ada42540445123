package org.refugio.privacy.masterkey;

/** The service cannot start with this master key. The message says how to correct it. */
public class MasterKeyInvalid extends RuntimeException {

    /** @param message for the operator: what is wrong and how to correct it */
    public MasterKeyInvalid(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param message for the operator: what is wrong and how to correct it */
    public MasterKeyInvalid(String message) {
        super(message);
    }
}
