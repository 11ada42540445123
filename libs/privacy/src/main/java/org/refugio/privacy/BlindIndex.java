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

/**
 * Tokens that equal for equal text: HMAC-SHA-256 under a key of the field's own, derived from the master key. Without
 * the master key a token says nothing but that two values are the same; 128 of its bits are kept, enough never to meet
 * by chance.
 */
final class BlindIndex {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final byte[] SALT = "refugio/blind-index/v1".getBytes(StandardCharsets.UTF_8);
    private static final int KEPT = 16;

    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();
    private final byte[] master;

    BlindIndex(MasterKey master) {
        this.master = master.bytes();
    }

    String token(String field, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(field, this::keyOf));
            byte[] whole = mac.doFinal(normalised(text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, KEPT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not to be had", e);
        }
    }

    private SecretKey keyOf(String field) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", HKDFParameterSpec.ofExtract().addSalt(SALT)
                    .addIKM(master).thenExpand(field.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not to be had", e);
        }
    }

    static String normalised(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
