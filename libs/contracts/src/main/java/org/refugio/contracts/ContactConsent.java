package org.refugio.contracts;

/** By which channels the person agreed to be written to (LFPDPPP art. 8). */
public record ContactConsent(boolean sms, boolean email) {}
