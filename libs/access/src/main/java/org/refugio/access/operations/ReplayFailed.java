package org.refugio.access.operations;

import org.refugio.messaging.command.Refusal;

/** A parked record was tried again and failed again, or is settled already. */
record ReplayFailed() implements Refusal {

    @Override
    public String rule() {
        return "still-at-fault";
    }

    @Override
    public String explanation() {
        return "The record is settled already, or failed again for a reason of its own. Mend the cause first, or discard it.";
    }
}
