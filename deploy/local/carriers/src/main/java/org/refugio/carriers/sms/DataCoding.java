package org.refugio.carriers.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The octets of a text message and the SMPP data coding. */
record DataCoding(byte dataCoding, byte[] octets) {

    private static final byte DEFAULT = 0;
    private static final byte UCS2 = 8;

    /** The smallest alphabet that can represent the text. */
    static DataCoding of(String text) {
        return Gsm7.holds(text)
                ? new DataCoding(DEFAULT, Gsm7.encode(text))
                : new DataCoding(UCS2, text.getBytes(StandardCharsets.UTF_16BE));
    }

    String text() {
        return switch (dataCoding & 0x0F) {
            case 0 -> Gsm7.decode(octets);
            case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            case 6 -> new String(octets, Charset.forName("ISO-8859-5"));
            case 7 -> new String(octets, Charset.forName("ISO-8859-8"));
            default -> new String(octets, StandardCharsets.ISO_8859_1);
        };
    }
}
