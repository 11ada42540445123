package org.refugio.e2e.demo;

/** How many messages the carriers got for the person of the story. */
public record ReceivedMessageCounts(int sms, int emails) {}
