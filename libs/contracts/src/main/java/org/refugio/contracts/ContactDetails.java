package org.refugio.contracts;

/**
 * How to reach the person; always sealed under the case's key.
 *
 * @param phone E.164, for instance {@code +529621234567}; null when there is none
 * @param email null when there is none
 */
public record ContactDetails(String phone, String email) {}
