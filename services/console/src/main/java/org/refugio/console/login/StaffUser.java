package org.refugio.console.login;

import java.util.List;
import java.util.Optional;
import org.refugio.access.Caller;
import org.refugio.access.Permission;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The person at the page, as a controller's argument.
 *
 * @param name what the identity provider calls them
 * @param token their own access token, fresh, for calls to the services
 */
public record StaffUser(Caller caller, String name, String token) {

    static final String ATTRIBUTE = StaffUser.class.getName();

    /** The person at the page that is being made; empty where nobody has to sign in. */
    public static Optional<StaffUser> ofRequest() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (StaffUser) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    /** Whether they may do this somewhere. */
    public boolean may(Permission permission) {
        return caller.mayAnywhere(permission);
    }

    /** By name, for templates. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    /** Their offices for this, in order. */
    public List<String> offices(Permission permission) {
        return caller.officesFor(permission).stream().sorted().toList();
    }
}
