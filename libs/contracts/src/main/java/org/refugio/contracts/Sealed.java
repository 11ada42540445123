package org.refugio.contracts;

import java.util.Objects;

/**
 * A value with personal data, encrypted under the key of its subject. Only {@code libs/privacy} encrypts and decrypts it.
 *
 * @param subject the name of the key, for instance {@code case:6f1c…}; it identifies the subject and contains no other data
 * @param ciphertext base64 of the driver's client-side field-level encryption
 */
public record Sealed(String subject, String ciphertext) {

    public Sealed {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(ciphertext);
    }
}
