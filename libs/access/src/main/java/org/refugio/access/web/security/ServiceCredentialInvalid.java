package org.refugio.access.web.security;

import org.springframework.security.core.AuthenticationException;

/** A route for services was called without their shared secret. */
final class ServiceCredentialInvalid extends AuthenticationException {

    ServiceCredentialInvalid() {
        super("service");
    }
}
