package org.refugio.access.operations;

import org.refugio.messaging.command.Refusal;

/** The replay of a parked record failed again, or the record is no longer parked. */
record ReplayFailed() implements Refusal {

    @Override
    public String rule() {
        return "still-at-fault";
    }

    @Override
    public String explanation() {
        return "The record failed again, or is no longer parked. Remove the cause of the failure first, or discard the record.";
    }
}
