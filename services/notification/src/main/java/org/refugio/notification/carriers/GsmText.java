package org.refugio.notification.carriers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as the network carries it: GSM 03.38 septets (one octet each on this link) where the alphabet has all its
 * characters, UCS-2 otherwise, in parts with a concatenation header where one is not enough.
 */
public final class GsmText {

    /** What one message holds in the default alphabet. */
    public static final int ONE_MESSAGE = 160;

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

    static GsmText of(String text) {
        boolean basic = isPlain(text);
        return basic
                ? new GsmText(DEFAULT_ALPHABET, split(septets(text), ONE_MESSAGE, 153))
                : new GsmText(UCS2, split(text.getBytes(StandardCharsets.UTF_16BE), 140, 134));
    }

    /** How much of a message it fills, if {@link #isPlain}. */
    public static int length(String text) {
        return septets(text).length;
    }

    /** Whether the default alphabet has all its characters. */
    public static boolean isPlain(String text) {
        return text.chars().allMatch(GsmText::has);
    }

    /** The same in the default alphabet: an accent that it lacks falls away, what has no likeness too. */
    public static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(each -> {
            String character = Character.toString(each);
            String bare = isPlain(character)
                    ? character
                    : Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            out.append(isPlain(bare) ? bare : "");
        });
        return out.toString();
    }

    private static boolean has(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }

    /** Septets, one in each octet, as text; what the alphabet does not have is a question mark. */
    static String decoded(byte[] septets) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < septets.length; i++) {
            int code = septets[i] & 0x7F;
            if (code == ESCAPE && i + 1 < septets.length) {
                out.append(extended(septets[++i]));
            } else {
                out.append(code < BASIC.length() ? BASIC.charAt(code) : '?');
            }
        }
        return out.toString();
    }

    private static char extended(byte code) {
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

    /** What goes into each message, without the concatenation header. */
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
                to--; // an escape and its character stay together
            }
            out.add(Arrays.copyOfRange(whole, from, to));
            from = to;
        }
        return out;
    }
}
