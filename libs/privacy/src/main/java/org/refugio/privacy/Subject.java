package org.refugio.privacy;

/**
 * Whose data a key protects.
 *
 * @param name the key's alternative name in the vault: {@code case:<id>}, {@code staff:<id>}
 */
public record Subject(String name) {

    /** The people of a case. */
    public static Subject ofCase(String caseId) {
        return new Subject("case:" + caseId);
    }

    /** A lawyer, an interpreter, a member of staff. */
    public static Subject ofStaff(String staffId) {
        return new Subject("staff:" + staffId);
    }
}
