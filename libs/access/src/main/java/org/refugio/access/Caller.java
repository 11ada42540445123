package org.refugio.access;

import java.util.Map;
import java.util.Set;

/**
 * Who calls, resolved as a controller's argument from the token.
 *
 * @param id the OIDC subject: an id, not a name
 * @param offices the roles held per office id; {@code federation} is an office of its own
 */
public record Caller(String id, Map<String, Set<Role>> offices) {

    /** Whether the caller holds the permission in this office. */
    public boolean may(Permission permission, String office) {
        return Permissions.allow(permission, office, this);
    }

    /**
     * Demand the permission for an object of this office and write the read or denial to the audit trail.
     *
     * @throws NotYours when the office is not the caller's: answered 404, as if the object did not exist
     * @throws Forbidden when it is, but the role does not allow this: answered 403
     */
    public void require(Permission permission, String office) {
        if (!may(permission, office)) {
            throw offices.containsKey(office) ? new Forbidden(permission) : new NotYours();
        }
    }

    /** The offices in which the caller holds the permission: what a list may show. */
    public Set<String> officesFor(Permission permission) {
        return Permissions.officesFor(permission, this);
    }
}
