package org.refugio.store;

/** What to do when the storage fails for good (a full disk closes it): nothing that comes later could be kept. */
@FunctionalInterface
interface StoragePanicHandler {

    void now(Throwable cause);
}
