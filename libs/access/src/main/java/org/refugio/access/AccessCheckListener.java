package org.refugio.access;

/** Hears what a {@link Caller} was asked for while one request is answered. */
@FunctionalInterface
public interface AccessCheckListener {

    /** Nobody listens. */
    AccessCheckListener UNHEARD = (permission, office, verdict) -> {
    };

    /** A check was made; may be called from any thread of the request. */
    void heard(Permission permission, String office, Verdict verdict);

    /** How a check ended. */
    enum Verdict {
        ALLOWED,
        FORBIDDEN,
        NOT_THEIRS
    }
}
