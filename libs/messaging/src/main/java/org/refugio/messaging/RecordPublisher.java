package org.refugio.messaging;

/** Hands one record to the broker and returns when it is acknowledged by all in-sync replicas. */
@FunctionalInterface
interface RecordPublisher {

    /** @throws TransientFailure when it was not acknowledged (it may have arrived all the same) */
    void publish(OutgoingRecord record);
}
