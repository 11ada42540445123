package org.refugio.access.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secret that the services of an installation share. One bean, from this library's auto-configuration. */
public final class ServiceCredential {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCredential.class);
    private static final String SCHEME = "Service ";
    private static final int MIN_CHARACTERS = 32;
    private static final int RANDOM_BYTES = 32;

    private final byte[] secret;

    private ServiceCredential(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the secret from a file.
     *
     * @throws IllegalStateException when it has fewer than 32 characters
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ServiceCredential read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.length() < MIN_CHARACTERS) {
                throw new IllegalStateException(
                        "The service secret in %s (REFUGIO_SERVICE_SECRET_FILE) has fewer than %d characters"
                                .formatted(file, MIN_CHARACTERS));
            }
            return new ServiceCredential(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The service secret %s (REFUGIO_SERVICE_SECRET_FILE) cannot be read".formatted(file), e);
        }
    }

    /** A random secret, for a process that runs alone. */
    public static ServiceCredential random() {
        LOG.warn("REFUGIO_SERVICE_SECRET_FILE is not set: no other service or instance shares the secret of this one");
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ServiceCredential(HexFormat.of().formatHex(bytes));
    }

    /** The value of the header {@code Authorization} for a {@link ServiceOnly} route. */
    public String authorization() {
        return SCHEME + new String(secret, StandardCharsets.UTF_8);
    }

    /** Whether the header contains the secret; compared in constant time. */
    public boolean matches(String authorization) {
        return authorization != null && MessageDigest.isEqual(digest(authorization()), digest(authorization));
    }

    private byte[] digest(String text) {
        return keyed("authorization", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An HMAC-SHA-256 under the secret, for values that could be guessed from a digest without a key.
     *
     * @param use separates the digests of different uses
     */
    public byte[] keyed(String use, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                mac.update((byte) 0);
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
