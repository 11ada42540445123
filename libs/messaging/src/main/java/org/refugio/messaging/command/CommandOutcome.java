package org.refugio.messaging.command;

/** The outcome of a command. */
public sealed interface CommandOutcome {

    /** The command was executed, and its effect is durable. */
    record Done(CommandReceipt receipt) implements CommandOutcome {}

    /** A rule refused the command; nothing was written. */
    record Refused(Refusal refusal) implements CommandOutcome {}

    /** There is no aggregate with this id. */
    record Missing(String id) implements CommandOutcome {}
}
