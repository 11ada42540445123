package org.refugio.access;

import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.http.ResponseEntity;

/** Turns a command's {@link CommandOutcome} into its HTTP answer. */
public final class CommandResponses {

    private CommandResponses() {
    }

    /** 200 with {@link CommandReceipt}, or the problem detail of a refusal (409, 422) or of a missing object (404). */
    public static ResponseEntity<CommandReceipt> of(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Done done -> ResponseEntity.ok(done.receipt());
            case CommandOutcome.Refused refused -> throw new RefusalException(refused.refusal());
            case CommandOutcome.Missing missing -> throw new NotVisible();
        };
    }
}
