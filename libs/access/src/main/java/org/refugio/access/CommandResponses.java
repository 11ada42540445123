package org.refugio.access;

import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.http.ResponseEntity;

/** Converts the {@link CommandOutcome} of a command to an HTTP response. */
public final class CommandResponses {

    private CommandResponses() {
    }

    /**
     * The response 200 with the {@link CommandReceipt}.
     *
     * @throws RefusalException when the command was refused: answered 409 or 422
     * @throws NotVisible when the object does not exist: answered 404
     */
    public static ResponseEntity<CommandReceipt> of(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Done done -> ResponseEntity.ok(done.receipt());
            case CommandOutcome.Refused refused -> throw new RefusalException(refused.refusal());
            case CommandOutcome.Missing missing -> throw new NotVisible();
        };
    }
}
