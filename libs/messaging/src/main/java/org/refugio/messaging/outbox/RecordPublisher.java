package org.refugio.messaging.outbox;

import org.refugio.messaging.failure.TransientFailure;

/** Sends a record to the broker and returns when all in-sync replicas have acknowledged it. */
@FunctionalInterface
public interface RecordPublisher {

    /** @throws TransientFailure when it was not acknowledged; it may have been stored nevertheless */
    void publish(OutgoingRecord record);
}
