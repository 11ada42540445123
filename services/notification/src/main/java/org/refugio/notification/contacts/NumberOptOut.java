package org.refugio.notification.contacts;

import java.time.Instant;

/**
 * A number to which no messages are sent. It outlives the cases that have the number, and applies to those that get it
 * later.
 *
 * @param phoneToken a blind-index token of the number
 * @param since when its owner asked for that
 * @param endedAt when messages were allowed again; null while none are
 * @param endedBy the member of staff who did that; null where the owner did
 */
public record NumberOptOut(String phoneToken, Instant since, Instant endedAt, String endedBy) {

    boolean isInForce() {
        return endedAt == null;
    }

    /** A request that is delivered late does not undo what ended it. */
    NumberOptOut requestedAgain(Instant at) {
        return isInForce() || !at.isAfter(endedAt) ? this : new NumberOptOut(phoneToken, at, null, null);
    }

    NumberOptOut ended(Instant at, String by) {
        return isInForce() && !since.isAfter(at) ? new NumberOptOut(phoneToken, since, at, by) : this;
    }
}
