package org.refugio.privacy;

/** The service does not start with this master key; the message says what to mend. */
public class MasterKeyInvalid extends RuntimeException {

    public MasterKeyInvalid(String message, Throwable cause) {
        super(message, cause);
    }

    public MasterKeyInvalid(String message) {
        super(message);
    }
}
