package org.refugio.notification.carriers.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in the encoding of the mobile network: GSM 03.38 septets (one octet each on this connection) where the
 * alphabet has all its characters, UCS-2 otherwise, split into parts with a concatenation header where one message is
 * not enough.
 */
public final class GsmText {

    /** The number of septets that one message holds. */
    public static final int SEPTETS_PER_MESSAGE = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final int ESCAPE = 0x1B;

    /** Data codings (SMPP 3.4, 5.2.19). */
    static final byte DEFAULT_ALPHABET = 0;
    static final byte LATIN1 = 3;
    static final byte UCS2 = 8;

    private final byte coding;
    private final List<byte[]> parts;

    private GsmText(byte coding, List<byte[]> parts) {
        this.coding = coding;
        this.parts = parts;
    }

    static GsmText encode(String text) {
        boolean defaultAlphabet = isInDefaultAlphabet(text);
        return defaultAlphabet
                ? new GsmText(DEFAULT_ALPHABET, split(septets(text), SEPTETS_PER_MESSAGE, 153))
                : new GsmText(UCS2, split(text.getBytes(StandardCharsets.UTF_16BE), 140, 134));
    }

    /** The number of septets of a text of the default alphabet ({@link #isInDefaultAlphabet}). */
    public static int septetCount(String text) {
        return septets(text).length;
    }

    /** Whether the default alphabet has all its characters. */
    public static boolean isInDefaultAlphabet(String text) {
        return text.chars().allMatch(GsmText::isInDefaultAlphabet);
    }

    /**
     * The text in the default alphabet: unsupported accents are removed, and characters without an equivalent are
     * dropped.
     */
    public static String toDefaultAlphabet(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(each -> {
            String character = Character.toString(each);
            String plain = isInDefaultAlphabet(character)
                    ? character
                    : Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            out.append(isInDefaultAlphabet(plain) ? plain : "");
        });
        return out.toString();
    }

    private static boolean isInDefaultAlphabet(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }

    /** Decodes a text from a phone. */
    static String decode(byte coding, byte[] octets) {
        return switch (coding) {
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
            case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
            default -> decode(octets);
        };
    }

    /** Decodes septets, one in each octet; an unknown code becomes a question mark. */
    static String decode(byte[] septets) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < septets.length; i++) {
            int code = septets[i] & 0x7F;
            if (code == ESCAPE && i + 1 < septets.length) {
                out.append(decodeExtended(septets[++i]));
            } else {
                out.append(code < BASIC.length() ? BASIC.charAt(code) : '?');
            }
        }
        return out.toString();
    }

    private static char decodeExtended(byte code) {
        for (int i = 0; i < EXTENDED_CODES.length; i++) {
            if (EXTENDED_CODES[i] == code) {
                return EXTENDED.charAt(i);
            }
        }
        return '?';
    }

    byte coding() {
        return coding;
    }

    /** The payload of each message, without the concatenation header. */
    List<byte[]> parts() {
        return parts;
    }

    private static byte[] septets(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.chars().forEach(each -> {
            int basic = BASIC.indexOf(each);
            if (basic >= 0) {
                out.write(basic);
            } else {
                out.write(ESCAPE);
                out.write(EXTENDED_CODES[EXTENDED.indexOf(each)]);
            }
        });
        return out.toByteArray();
    }

    private static List<byte[]> split(byte[] whole, int single, int each) {
        if (whole.length <= single) {
            return List.of(whole);
        }
        List<byte[]> out = new ArrayList<>();
        int from = 0;
        while (from < whole.length) {
            int to = Math.min(whole.length, from + each);
            if (to < whole.length && whole[to - 1] == ESCAPE) {
                to--; // do not separate an escape code from its character
            }
            out.add(Arrays.copyOfRange(whole, from, to));
            from = to;
        }
        return out;
    }
}
