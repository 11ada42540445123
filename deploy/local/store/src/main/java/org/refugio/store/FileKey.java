package org.refugio.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random key that encrypts the data file. It protects a copied data file, not a stolen machine that holds both. */
final class FileKey {

    private static final int BYTES = 32;

    private FileKey() {
    }

    /** The key; created at the first use. */
    static char[] of(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (text.length() != 2 * BYTES) {
                throw new IllegalStateException(
                        "the key file " + file + " is damaged; put back the copy that was kept of it");
            }
            return text.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read or made", e);
        }
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
