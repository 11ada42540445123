package org.refugio.store;

/** The reaction to a permanent storage failure, for instance a full disk: no later write could be stored. */
@FunctionalInterface
interface StoragePanicHandler {

    void now(Throwable cause);
}
