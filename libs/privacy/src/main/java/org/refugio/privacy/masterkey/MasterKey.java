package org.refugio.privacy.masterkey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The key in a local file that encrypts all other keys. Together with the vault it gives access to all personal data. */
public final class MasterKey {

    private static final int BYTES = 96;
    private static final Set<PosixFilePermission> PERMISSIONS_OF_OTHERS = EnumSet.complementOf(EnumSet
            .of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws MasterKeyInvalid when the file is missing, has the wrong size, or is accessible to other users */
    public static MasterKey read(Path file) {
        if (file == null) {
            throw new MasterKeyInvalid(
                    "REFUGIO_KEY_FILE is not set: set it to the path of the 96-byte master key file");
        }
        try {
            requirePrivate(file);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new MasterKeyInvalid(
                        "The master key file %s has %d bytes; it must have %d".formatted(file, bytes.length, BYTES));
            }
            return new MasterKey(bytes);
        } catch (NoSuchFileException _) {
            throw new MasterKeyInvalid("The master key file %s does not exist (REFUGIO_KEY_FILE)".formatted(file));
        } catch (IOException e) {
            throw new MasterKeyInvalid("The master key file %s cannot be read: %s".formatted(file,
                    e.getClass().getSimpleName()));
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null && posix.readAttributes().permissions().stream().anyMatch(PERMISSIONS_OF_OTHERS::contains)) {
            throw new MasterKeyInvalid(
                    "The master key file %s is accessible to other users: run chmod 600 on it".formatted(file));
        }
    }

    public Map<String, Map<String, Object>> asKmsProvider() {
        return Map.of("local", Map.of("key", bytes.clone()));
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
