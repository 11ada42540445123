package org.refugio.messaging.failure;

/** The service's own store or broker, or a provider, does not respond; a later attempt can succeed. */
public class TransientFailure extends RuntimeException {

    /** @param message for the log, without personal data */
    public TransientFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
