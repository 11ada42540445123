package org.refugio.console.login;

import java.util.List;
import org.refugio.access.Caller;
import org.refugio.access.Permission;

/**
 * The person at the page, as a controller's argument.
 *
 * @param name what the identity provider calls them
 * @param token their own access token, fresh, for calls to the services
 */
public record StaffUser(Caller caller, String name, String token) {

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
