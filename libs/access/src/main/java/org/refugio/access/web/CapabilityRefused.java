package org.refugio.access.web;

import org.springframework.security.core.AuthenticationException;

/** The capability is missing, unknown, used up or expired; the answer does not say which. */
final class CapabilityRefused extends AuthenticationException {

    CapabilityRefused() {
        super("capability");
    }
}
