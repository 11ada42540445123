package org.refugio.store.engine;

/** The reaction to a permanent storage failure, for instance a full disk: no later write could be stored. */
@FunctionalInterface
public interface StoragePanicHandler {

    void now(Throwable cause);
}
