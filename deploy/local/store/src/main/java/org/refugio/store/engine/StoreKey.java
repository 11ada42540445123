package org.refugio.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random key that seals the documents. It protects copied data files, not a stolen machine that holds both. */
public final class StoreKey {

    private static final int BYTES = 32;

    private StoreKey() {
    }

    /**
     * The 32 bytes of the key; created at the first use.
     *
     * @throws IllegalStateException when the file does not contain a key
     */
    public static byte[] of(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return bytes(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the key file " + file + " is damaged; put back the copy that was kept of it", e);
        }
    }

    private static byte[] bytes(String text) {
        byte[] key = HexFormat.of().parseHex(text);
        if (key.length != BYTES) {
            throw new IllegalArgumentException(key.length + " bytes instead of " + BYTES);
        }
        return key;
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException e) {
            // created concurrently by another process, whose key is used
        }
    }
}
