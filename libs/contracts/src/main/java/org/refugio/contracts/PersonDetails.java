package org.refugio.contracts;

/**
 * The person of a case; always sealed under the case's key.
 *
 * @param fullName as on the person's papers, or as they say it
 * @param callName what they wish to be called
 * @param nationality ISO 3166-1 alpha-2, or null when not told
 */
public record PersonDetails(String fullName, String callName, String nationality) {}
