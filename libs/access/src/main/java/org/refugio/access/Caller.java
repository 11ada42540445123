package org.refugio.access;

import java.util.Map;
import java.util.Set;

/**
 * Who calls, resolved as a controller's argument from the token.
 *
 * @param id the OIDC subject: an id, not a name
 * @param offices the roles held per office id; {@code federation} is an office of its own
 * @param checks hears every check, for the audit trail
 */
public record Caller(String id, Map<String, Set<Role>> offices, AccessCheckListener checks) {

    /** A caller whose checks nobody hears: for tests. */
    public Caller(String id, Map<String, Set<Role>> offices) {
        this(id, offices, AccessCheckListener.UNHEARD);
    }

    /** Whether the caller holds the permission in this office. */
    public boolean may(Permission permission, String office) {
        return PermissionTable.allow(permission, office, this);
    }

    /**
     * Demand the permission for an object of this office and write the read or denial to the audit trail.
     *
     * @throws NotVisible when the office is not the caller's: answered 404, as if the object did not exist
     * @throws PermissionDenied when it is, but the role does not allow this: answered 403
     */
    public void require(Permission permission, String office) {
        if (may(permission, office)) {
            checks.heard(permission, office, AccessCheckListener.Verdict.ALLOWED);
        } else if (offices.containsKey(office)) {
            checks.heard(permission, office, AccessCheckListener.Verdict.FORBIDDEN);
            throw new PermissionDenied(permission);
        } else {
            checks.heard(permission, office, AccessCheckListener.Verdict.NOT_THEIRS);
            throw new NotVisible();
        }
    }

    /** The offices in which the caller holds the permission: what a list may show. */
    public Set<String> officesFor(Permission permission) {
        Set<String> shown = PermissionTable.officesFor(permission, this);
        shown.stream().sorted()
                .forEach(office -> checks.heard(permission, office, AccessCheckListener.Verdict.ALLOWED));
        return shown;
    }

    /** Whether the caller holds the permission anywhere. */
    public boolean mayAnywhere(Permission permission) {
        return !PermissionTable.officesFor(permission, this).isEmpty();
    }
}
