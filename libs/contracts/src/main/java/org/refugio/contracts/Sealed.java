package org.refugio.contracts;

import java.util.Objects;

/**
 * A value with personal data, encrypted under its subject's own key. Only {@code libs/privacy} makes and opens it.
 *
 * @param subject the name of the key, for instance {@code case:6f1c…}; it says whose value this is and nothing of it
 * @param ciphertext base64 of the driver's client-side field-level encryption
 */
public record Sealed(String subject, String ciphertext) {

    public Sealed {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(ciphertext);
    }
}
