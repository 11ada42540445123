package org.refugio.contracts;

/**
 * The contact details of a person; always encrypted under the case's key.
 *
 * @param phone E.164, for instance {@code +529621234567}, or null
 * @param email an e-mail address, or null
 */
public record ContactDetails(String phone, String email) {}
