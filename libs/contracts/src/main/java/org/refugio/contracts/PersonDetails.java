package org.refugio.contracts;

/**
 * The person of a case; always encrypted under the case's key.
 *
 * @param fullName as on the person's papers, or as the person gives it
 * @param callName the name that the person wishes to be called by
 * @param nationality ISO 3166-1 alpha-2, or null when not given
 */
public record PersonDetails(String fullName, String callName, String nationality) {}
