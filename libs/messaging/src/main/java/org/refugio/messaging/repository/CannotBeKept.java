package org.refugio.messaging.repository;

import org.refugio.messaging.command.Refusal;

/** The store can never accept the result of the command. */
record CannotBeKept() implements Refusal {

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
