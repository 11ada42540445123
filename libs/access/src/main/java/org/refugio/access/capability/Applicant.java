package org.refugio.access.capability;

/**
 * The applicant that a capability was issued to; an argument of controller methods.
 *
 * @param capability the id of the stored capability, never the token itself
 * @param office the office of the case
 * @param caseId the only case that the capability gives access to
 * @param appointment the only appointment that the capability gives access to
 */
public record Applicant(String capability, String office, String caseId, String appointment) {}
