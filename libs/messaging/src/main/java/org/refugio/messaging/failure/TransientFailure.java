package org.refugio.messaging.failure;

/** One's own store or broker, or a provider, does not answer now; trying again later can succeed. */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
