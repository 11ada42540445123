package org.refugio.e2e;

/**
 * The addresses of a running local installation, all on the loopback address.
 *
 * @param portBase the console's port; the others stand at fixed distances from it
 */
public record Installation(int portBase) {

    private static final int IDENTITY = 10;
    private static final int CARRIERS = 20;
    private static final int BROKER = 30;
    private static final int STORE = 40;

    /** The one that {@code ./refugio up} of this environment started. */
    public static Installation fromEnvironment() {
        String base = System.getenv("REFUGIO_PORT_BASE");
        return new Installation(base == null || base.isBlank() ? 8600 : Integer.parseInt(base));
    }

    public String publicUrl() {
        return local(portBase);
    }

    public String issuer() {
        return local(portBase + IDENTITY) + "/realms/refugio";
    }

    public String carriersUrl() {
        return local(portBase + CARRIERS);
    }

    /** The address of the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + (portBase + BROKER);
    }

    /** The address of the installation's store. */
    public String storeUri() {
        return "mongodb://127.0.0.1:" + (portBase + STORE) + "/";
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
