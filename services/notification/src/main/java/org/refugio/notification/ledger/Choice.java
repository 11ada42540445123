package org.refugio.notification.ledger;

/**
 * An appointment that a question names.
 *
 * @param code by which the person names it in the answer
 * @param revision its date when the question was asked
 */
public record Choice(String code, String appointmentId, int revision) {}
