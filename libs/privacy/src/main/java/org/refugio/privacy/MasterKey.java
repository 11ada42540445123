package org.refugio.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The local key file that wraps all others. Whoever holds it and the vault can read everything. */
final class MasterKey {

    private static final int SIZE = 96;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet
            .of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws MasterKeyInvalid when the file is missing, of the wrong size, or open to other users of the machine */
    static MasterKey read(Path file) {
        if (file == null) {
            throw new MasterKeyInvalid("REFUGIO_KEY_FILE is not set: name the file with the 96-byte master key");
        }
        try {
            refuseWhenOthersMayRead(file);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != SIZE) {
                throw new MasterKeyInvalid(
                        "The master key file %s has %d bytes; it must have %d".formatted(file, bytes.length, SIZE));
            }
            return new MasterKey(bytes);
        } catch (NoSuchFileException _) {
            throw new MasterKeyInvalid("The master key file %s is not there (REFUGIO_KEY_FILE)".formatted(file));
        } catch (IOException e) {
            throw new MasterKeyInvalid("The master key file %s cannot be read: %s".formatted(file,
                    e.getClass().getSimpleName()));
        }
    }

    private static void refuseWhenOthersMayRead(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null && posix.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            throw new MasterKeyInvalid("The master key file %s is open to other users: chmod 600 it".formatted(file));
        }
    }

    Map<String, Map<String, Object>> asKmsProvider() {
        return Map.of("local", Map.of("key", bytes.clone()));
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
