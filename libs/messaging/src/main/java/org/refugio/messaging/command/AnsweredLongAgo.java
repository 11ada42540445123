package org.refugio.messaging.command;

/** The command was executed so long ago that its outcome is no longer recorded. */
public record AnsweredLongAgo() implements Refusal {}
