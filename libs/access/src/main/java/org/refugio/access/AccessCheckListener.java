package org.refugio.access;

/** Is notified of the permission checks on a {@link Caller} while a request is processed. */
@FunctionalInterface
public interface AccessCheckListener {

    /** Ignores all checks. */
    AccessCheckListener NONE = (permission, office, verdict) -> {
    };

    /** Called after each check, by any thread of the request. */
    void checked(Permission permission, String office, Verdict verdict);

    /** The result of a check. */
    enum Verdict {
        /** The caller holds the permission in the office. */
        ALLOWED,
        /** The caller's role in the office does not include the permission. */
        FORBIDDEN,
        /** The caller has no role in the office. */
        OTHER_OFFICE
    }
}
