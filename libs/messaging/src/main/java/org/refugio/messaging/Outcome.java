package org.refugio.messaging;

/** What became of a command. */
public sealed interface Outcome {

    /** It is durable. */
    record Done(Saved saved) implements Outcome {}

    /** A rule said no; nothing was written. */
    record Refused(Refusal refusal) implements Outcome {}

    /** There is no such aggregate. */
    record Missing(String id) implements Outcome {}
}
