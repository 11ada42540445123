package org.refugio.carriers;

/**
 * The listen address of the carriers: the loopback address unless {@code REFUGIO_CARRIERS_LISTEN} names another one (in
 * a container).
 */
public final class ListenAddress {

    private static final String LOOPBACK = "127.0.0.1";

    private ListenAddress() {
    }

    /** An address of this machine. */
    public static String address() {
        String given = System.getenv("REFUGIO_CARRIERS_LISTEN");
        return given == null || given.isBlank() ? LOOPBACK : given;
    }
}
