package org.refugio.access.web.security;

import org.springframework.security.core.AuthenticationException;

/** The capability is missing, unknown, used up or expired; the response does not tell which. */
public final class CapabilityInvalid extends AuthenticationException {

    CapabilityInvalid() {
        super("capability");
    }
}
