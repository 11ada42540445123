package org.refugio.access;

import java.util.Optional;

/** Knows the capabilities that were given out. A bean of the service that has {@link Capability} routes. */
@FunctionalInterface
public interface Capabilities {

    /** Whom the token stands for; empty when it is unknown, used up or expired. The caller is told no difference. */
    Optional<Applicant> verify(String token);
}
