package org.refugio.scheduling.claims;

/**
 * A quarter of an hour of a person or resource that is taken.
 *
 * @param id {@code <holder>|<start of the quarter>}
 * @param owner the appointment
 * @param token the attempt that took it; a release requires it, so that no other attempt's claim is released
 */
public record Claim(String id, String owner, String token) {}
