package org.refugio.store.engine;

/** The storage does not work: a full or failing disk, damaged data, or data of another key. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
