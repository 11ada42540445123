package org.refugio.e2e.demo;

/** The number of messages that the carriers received for the person of the scenario. */
public record ReceivedMessageCounts(int sms, int emails) {}
