package org.refugio.scheduling.claims;

/**
 * A quarter of an hour of somebody or something, taken.
 *
 * @param id {@code <holder>|<start of the quarter>}
 * @param owner the appointment
 * @param token the attempt that took it: freeing names it, so that nobody frees another attempt's claim
 */
public record Claim(String id, String owner, String token) {}
