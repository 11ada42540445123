package org.refugio.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that the services of one installation share. One bean, from this library's auto-configuration. */
public final class ServiceCredential {

    private static final String SCHEME = "Service ";

    private final byte[] secret;

    ServiceCredential(String secret) {
        this.secret = Objects.requireNonNull(secret).getBytes(StandardCharsets.UTF_8);
    }

    /** The value of the header {@code Authorization} of a call to a {@link ServiceOnly} route. */
    public String authorization() {
        return SCHEME + new String(secret, StandardCharsets.UTF_8);
    }

    /** Whether the header carries the secret. How long this takes says nothing about how much of it was right. */
    public boolean matches(String authorization) {
        return authorization != null && MessageDigest.isEqual(digest(authorization()), digest(authorization));
    }

    private byte[] digest(String text) {
        return keyed("authorization", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A digest under the secret, for values that would be guessed from a bare one.
     *
     * @param use separates the digests of one use from those of another
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
            throw new IllegalStateException("HmacSHA256 is not to be had", e);
        }
    }
}
