package org.refugio.testkit.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The unencrypted forms in which a file can contain a text. */
final class TextEncodings {

    private TextEncodings() {
    }

    /** The bytes of each form by its name. */
    static Map<String, byte[]> of(String canary) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("UTF-8", canary.getBytes(UTF_8));
        forms.put("UTF-16LE", canary.getBytes(UTF_16LE));
        forms.put("UTF-16BE", canary.getBytes(UTF_16BE));
        for (int offset = 0; offset < 3; offset++) {
            forms.put("base64 at " + offset, base64(canary, offset).getBytes(UTF_8));
            forms.put("base64url at " + offset,
                    base64(canary, offset).replace('+', '-').replace('/', '_').getBytes(UTF_8));
        }
        forms.put("URL-encoded", URLEncoder.encode(canary, UTF_8).getBytes(UTF_8));
        forms.put("URL path", URLEncoder.encode(canary, UTF_8).replace("+", "%20").getBytes(UTF_8));
        forms.put("JSON escapes", escaped(canary).getBytes(UTF_8));
        return distinct(forms);
    }

    /** Several forms of an ASCII text are equal; they are reported once. */
    private static Map<String, byte[]> distinct(Map<String, byte[]> forms) {
        Set<String> seen = new HashSet<>();
        Map<String, byte[]> distinct = new LinkedHashMap<>(forms);
        distinct.values().removeIf(bytes -> !seen.add(new String(bytes, ISO_8859_1)));
        return distinct;
    }

    /**
     * The characters of the base64 of a longer text that depend on the canary alone. Three bytes are encoded as four
     * characters, so they depend on the number of preceding bytes, and the outermost ones also on the neighbouring bytes.
     */
    private static String base64(String canary, int offset) {
        byte[] bytes = canary.getBytes(UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int firstOwn = (offset * 8 + 5) / 6;
        int afterLastOwn = shifted.length * 8 / 6;
        return encoded.substring(firstOwn, afterLastOwn);
    }

    private static String escaped(String canary) {
        StringBuilder escaped = new StringBuilder();
        canary.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
