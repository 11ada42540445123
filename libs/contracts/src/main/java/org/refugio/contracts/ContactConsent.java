package org.refugio.contracts;

/** The channels on which the person agreed to receive messages (LFPDPPP art. 8). */
public record ContactConsent(boolean sms, boolean email) {}
