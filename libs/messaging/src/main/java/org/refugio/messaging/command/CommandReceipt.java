package org.refugio.messaging.command;

/**
 * The answer to every command: which aggregate changed and how far it has come. A repeated command gets the same one.
 *
 * @param sequence where the last event stands in the aggregate's own order: a read model that has reached this sequence of this aggregate shows the change
 */
public record CommandReceipt(String aggregate, long version, long sequence) {}
