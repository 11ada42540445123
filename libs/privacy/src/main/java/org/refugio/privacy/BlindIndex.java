package org.refugio.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.refugio.privacy.masterkey.MasterKey;

/**
 * Computes search tokens: the first 128 bits of HMAC-SHA-256 under a key per field that is derived from the master key.
 * Without the master key tokens reveal only which values are equal; 128 bits make accidental collisions negligible.
 */
final class BlindIndex {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final byte[] SALT = "refugio/blind-index/v1".getBytes(StandardCharsets.UTF_8);
    private static final int TOKEN_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();
    private final byte[] master;

    BlindIndex(MasterKey master) {
        this.master = master.bytes();
    }

    String token(String field, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(field, this::keyOf));
            byte[] hash = mac.doFinal(normalised(text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }

    private SecretKey keyOf(String field) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", HKDFParameterSpec.ofExtract().addSalt(SALT)
                    .addIKM(master).thenExpand(field.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not available", e);
        }
    }

    static String normalised(String text) {
        String withoutAccents = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(withoutAccents.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
