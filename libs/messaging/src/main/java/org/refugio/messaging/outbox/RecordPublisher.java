package org.refugio.messaging.outbox;

import org.refugio.messaging.failure.TransientFailure;

/** Hands one record to the broker and returns when it is acknowledged by all in-sync replicas. */
@FunctionalInterface
public interface RecordPublisher {

    /** @throws TransientFailure when it was not acknowledged (it may have arrived all the same) */
    void publish(OutgoingRecord record);
}
