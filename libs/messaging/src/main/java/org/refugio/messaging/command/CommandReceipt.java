package org.refugio.messaging.command;

/**
 * The response to every command. A repetition of the command gets the same one.
 *
 * @param aggregate the id of the aggregate
 * @param version the aggregate's version after the command
 * @param sequence the position of the aggregate's last event: a read model that has applied it shows the change
 */
public record CommandReceipt(String aggregate, long version, long sequence) {}
