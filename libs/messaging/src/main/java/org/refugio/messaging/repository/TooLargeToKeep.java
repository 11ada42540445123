package org.refugio.messaging.repository;

import org.refugio.messaging.command.Refusal;

/** The result of the command is larger than what the store accepts in one document. */
record TooLargeToKeep() implements Refusal {

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
