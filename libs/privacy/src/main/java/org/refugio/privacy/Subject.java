package org.refugio.privacy;

/**
 * The person or persons whose data a key protects.
 *
 * @param name the alternate name of the key in the vault: {@code case:<id>}, {@code staff:<id>} or {@code sender:<id>}
 */
public record Subject(String name) {

    /** The people of a case. */
    public static Subject ofCase(String caseId) {
        return new Subject("case:" + caseId);
    }

    /** A member of staff, a lawyer or an interpreter. */
    public static Subject ofStaff(String staffId) {
        return new Subject("staff:" + staffId);
    }

    /** Somebody who writes from a number that belongs to no case. */
    public static Subject ofSender(String senderId) {
        return new Subject("sender:" + senderId);
    }
}
