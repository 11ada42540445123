package org.refugio.access;

/** The caller's role does not include the permission; answered 403. */
public class PermissionDenied extends RuntimeException {

    private final Permission permission;

    /** @param permission the required permission */
    public PermissionDenied(Permission permission) {
        super(permission.name());
        this.permission = permission;
    }

    /** The required permission. */
    public Permission permission() {
        return permission;
    }
}
