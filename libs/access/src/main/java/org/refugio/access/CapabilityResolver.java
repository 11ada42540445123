package org.refugio.access;

import java.util.Optional;

/** Knows the capabilities that were given out. A bean of the service that has {@link RequiresCapability} routes. */
@FunctionalInterface
public interface CapabilityResolver {

    /** Whom the token stands for; empty when it is unknown, used up or expired. The caller is told no difference. */
    Optional<Applicant> verify(String token);
}
