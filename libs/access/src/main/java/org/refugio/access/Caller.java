package org.refugio.access;

import java.util.Map;
import java.util.Set;

/**
 * The person who sent the request, read from the access token; an argument of controller methods.
 *
 * @param id the OIDC subject: an id, not a name
 * @param offices the person's roles by office id; {@code federation} is an office, too
 * @param checks is notified of every check, for the audit trail
 */
public record Caller(String id, Map<String, Set<Role>> offices, AccessCheckListener checks) {

    /** A caller whose checks are not recorded, for tests. */
    public Caller(String id, Map<String, Set<Role>> offices) {
        this(id, offices, AccessCheckListener.NONE);
    }

    /** Whether the caller holds the permission in this office. */
    public boolean may(Permission permission, String office) {
        return PermissionTable.allow(permission, office, this);
    }

    /**
     * Requires the permission for an object of this office, and records the access or its denial for the audit trail.
     *
     * @throws NotVisible when the caller has no role in the office: answered 404, as if the object did not exist
     * @throws PermissionDenied when the caller's role in the office does not include the permission: answered 403
     */
    public void require(Permission permission, String office) {
        if (may(permission, office)) {
            checks.checked(permission, office, AccessCheckListener.Verdict.ALLOWED);
        } else if (offices.containsKey(office)) {
            checks.checked(permission, office, AccessCheckListener.Verdict.FORBIDDEN);
            throw new PermissionDenied(permission);
        } else {
            checks.checked(permission, office, AccessCheckListener.Verdict.OTHER_OFFICE);
            throw new NotVisible();
        }
    }

    /** The offices in which the caller holds the permission, whose objects a list may contain. */
    public Set<String> officesFor(Permission permission) {
        Set<String> offices = PermissionTable.officesFor(permission, this);
        offices.stream().sorted()
                .forEach(office -> checks.checked(permission, office, AccessCheckListener.Verdict.ALLOWED));
        return offices;
    }

    /** Whether the caller holds the permission in any office. */
    public boolean mayAnywhere(Permission permission) {
        return !PermissionTable.officesFor(permission, this).isEmpty();
    }
}
