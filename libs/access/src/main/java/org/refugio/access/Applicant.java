package org.refugio.access;

/**
 * Whom a capability stands for, resolved as a controller's argument.
 *
 * @param capability the id under which the capability is stored: never the token itself
 * @param office whose office the case is
 * @param caseId the one case
 * @param appointment the one appointment
 */
public record Applicant(String capability, String office, String caseId, String appointment) {}
