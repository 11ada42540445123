package org.refugio.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random keys of an installation, created once and readable by their owner only. */
public final class InstallationSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MASTER_KEY_BYTES = 96;
    private static final int SERVICE_SECRET_BYTES = 32;

    private InstallationSecrets() {
    }

    /** Wraps every data key of a person; without it no personal data can be read. */
    public static Path masterKey(InstallationHome home) {
        return ensure(home.keys().resolve("master.key"), bytes(MASTER_KEY_BYTES));
    }

    /** The secret by which services authenticate to each other. */
    public static Path serviceSecret(InstallationHome home) {
        return ensure(home.keys().resolve("service.secret"),
                text().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    public static String text() {
        return HexFormat.of().formatHex(bytes(SERVICE_SECRET_BYTES));
    }

    static void ownerOnly(Path path) throws IOException {
        Files.setPosixFilePermissions(path,
                PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }

    /** Written to a temporary file and renamed, so that a crash never leaves a partial key. */
    public static Path write(Path file, byte[] content) {
        try {
            Path beside = Files.createTempFile(file.getParent(), ".new", "");
            Files.write(beside, content);
            ownerOnly(beside);
            return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path ensure(Path file, byte[] fresh) {
        return Files.exists(file) ? file : write(file, fresh);
    }

    private static byte[] bytes(int size) {
        byte[] out = new byte[size];
        RANDOM.nextBytes(out);
        return out;
    }
}
