package org.refugio.console.login;

import java.util.List;
import java.util.Optional;
import org.refugio.access.Caller;
import org.refugio.access.Permission;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The signed-in user, as an argument of a controller.
 *
 * @param name the name from the identity provider
 * @param token their valid access token for calls to the services
 */
public record StaffUser(Caller caller, String name, String token) {

    static final String ATTRIBUTE = StaffUser.class.getName();

    /** The user of the current request; empty on pages without sign-in. */
    public static Optional<StaffUser> ofRequest() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (StaffUser) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    /** Whether the user has the permission in some office. */
    public boolean may(Permission permission) {
        return caller.mayAnywhere(permission);
    }

    /** By name, for templates. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    /** The offices in which the user has the permission, sorted. */
    public List<String> offices(Permission permission) {
        return caller.officesFor(permission).stream().sorted().toList();
    }
}
