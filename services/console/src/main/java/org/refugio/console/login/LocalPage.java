package org.refugio.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Addresses of pages of this console, as path and query. */
public final class LocalPage {

    private LocalPage() {
    }

    /** An address that was sent by a browser; empty when it leads elsewhere. */
    public static Optional<String> of(String address) {
        return Optional.ofNullable(address)
                .filter(each -> each.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}") && path(each) != null);
    }

    /** The page of a GET request. */
    public static String requested(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** The path of an address; null when it is none. */
    public static String path(String address) {
        try {
            return URI.create(address).getRawPath();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
