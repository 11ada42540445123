package org.refugio.privacy;

/** The service does not start with this master key; the message says what to mend. */
public class MasterKeyRefused extends RuntimeException {

    public MasterKeyRefused(String message, Throwable cause) {
        super(message, cause);
    }

    public MasterKeyRefused(String message) {
        super(message);
    }
}
