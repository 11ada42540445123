package org.refugio.carriers.sms;

import java.util.Arrays;
import java.util.Optional;

/**
 * One part of a concatenated message, from its user data header (3GPP TS 23.040, 9.2.3.24).
 *
 * @param reference the same in all parts of one message
 * @param number of this part, from 1
 */
record ConcatenatedPart(int reference, int parts, int number, byte[] octets) {

    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;

    /** Parse octets that start with a header; empty for a header of another kind. */
    static Optional<ConcatenatedPart> in(byte[] withHeader) {
        int end = headerEnd(withHeader);
        int at = 1;
        while (at + 1 < end) {
            int element = withHeader[at] & 0xFF;
            int length = withHeader[at + 1] & 0xFF;
            int value = at + 2;
            if (value + length > end) {
                return Optional.empty();
            }
            if (element == SHORT_REFERENCE && length == 3) {
                return Optional.of(new ConcatenatedPart(octet(withHeader, value), octet(withHeader, value + 1),
                        octet(withHeader, value + 2), withoutHeader(withHeader)));
            }
            if (element == LONG_REFERENCE && length == 4) {
                return Optional.of(new ConcatenatedPart(octet(withHeader, value) << 8 | octet(withHeader, value + 1),
                        octet(withHeader, value + 2), octet(withHeader, value + 3), withoutHeader(withHeader)));
            }
            at = value + length;
        }
        return Optional.empty();
    }

    static byte[] withoutHeader(byte[] withHeader) {
        return Arrays.copyOfRange(withHeader, headerEnd(withHeader), withHeader.length);
    }

    private static int headerEnd(byte[] withHeader) {
        return withHeader.length == 0 ? 0 : Math.min(withHeader.length, 1 + (withHeader[0] & 0xFF));
    }

    private static int octet(byte[] octets, int at) {
        return octets[at] & 0xFF;
    }
}
