package org.refugio.access.web;

import org.springframework.security.core.AuthenticationException;

/** A route between services was called without their shared secret. */
final class ServiceRefused extends AuthenticationException {

    ServiceRefused() {
        super("service");
    }
}
