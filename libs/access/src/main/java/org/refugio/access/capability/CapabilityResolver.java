package org.refugio.access.capability;

import java.util.Optional;

/** Verifies capabilities. A bean of the service that has {@link RequiresCapability} routes. */
@FunctionalInterface
public interface CapabilityResolver {

    /** The applicant of the token; empty when it is unknown, used up or expired. The response does not tell which. */
    Optional<Applicant> verify(String token);
}
