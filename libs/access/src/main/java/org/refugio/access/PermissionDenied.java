package org.refugio.access;

/** The caller's role in this office does not allow it; answered 403. */
public class PermissionDenied extends RuntimeException {

    private final Permission permission;

    public PermissionDenied(Permission permission) {
        super(permission.name());
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
