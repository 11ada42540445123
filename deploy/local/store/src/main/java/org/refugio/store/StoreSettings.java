package org.refugio.store;

import java.nio.file.Path;

/**
 * @param directory of the data file
 * @param keyFile the random key of the data file; created, readable by the owner only, when it is missing
 * @param port 0 for any free port
 * @param forced whether a commit is forced to disk before the reply, so that it survives a power cut
 */
public record StoreSettings(Path directory, Path keyFile, int port, boolean forced) {

    /** From {@code REFUGIO_STORE_DIR}, {@code REFUGIO_STORE_KEY_FILE}, {@code REFUGIO_STORE_PORT}. */
    static StoreSettings fromEnvironment() {
        return new StoreSettings(Path.of(required("REFUGIO_STORE_DIR")), Path.of(required("REFUGIO_STORE_KEY_FILE")),
                Integer.parseInt(required("REFUGIO_STORE_PORT")),
                !"false".equals(System.getenv("REFUGIO_STORE_FORCED")));
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set " + name);
        }
        return value;
    }
}
