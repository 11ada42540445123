package org.refugio.carriers.sms;

import java.util.HashMap;
import java.util.Map;

/** The default alphabet of text messages, one octet a character as SMPP carries it (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {

    private static final char ESCAPE = '\u001b';
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Integer, Character> EXTENDED = Map.of(0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F,
            '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']', 0x40, '|', 0x65, '€');
    private static final Map<Character, byte[]> ENCODED = encodings();

    private Gsm7() {
    }

    static String decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] & 0x7F;
            if (BASIC.charAt(code) == ESCAPE && i + 1 < octets.length) {
                text.append(EXTENDED.getOrDefault(octets[++i] & 0x7F, ' ').charValue());
            } else {
                text.append(BASIC.charAt(code));
            }
        }
        return text.toString();
    }

    static boolean holds(String text) {
        return text.chars().allMatch(each -> ENCODED.containsKey((char) each));
    }

    /** Encode a text for which {@link #holds} is true. */
    static byte[] encode(String text) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        text.chars().forEach(each -> out.writeBytes(ENCODED.get((char) each)));
        return out.toByteArray();
    }

    private static Map<Character, byte[]> encodings() {
        Map<Character, byte[]> all = new HashMap<>();
        for (int code = 0; code < BASIC.length(); code++) {
            if (BASIC.charAt(code) != ESCAPE) {
                all.put(BASIC.charAt(code), new byte[]{(byte) code});
            }
        }
        EXTENDED.forEach((code, character) -> all.put(character, new byte[]{0x1B, code.byteValue()}));
        return Map.copyOf(all);
    }
}
