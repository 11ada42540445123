package org.refugio.messaging.command;

/** What became of a command. */
public sealed interface CommandOutcome {

    /** It is durable. */
    record Done(CommandReceipt saved) implements CommandOutcome {}

    /** A rule said no; nothing was written. */
    record Refused(Refusal refusal) implements CommandOutcome {}

    /** There is no such aggregate. */
    record Missing(String id) implements CommandOutcome {}
}
