package org.refugio.notification.carriers.sms;

import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Sar_msg_ref_num;
import org.jsmpp.bean.OptionalParameter.Sar_segment_seqnum;
import org.jsmpp.bean.OptionalParameter.Sar_total_segments;

/**
 * A part of a long message. Phones number the parts in the user data header (3GPP TS 23.040, 9.2.3.24.1 and .8); some
 * centres take it away and use parameters (SMPP 3.4, 5.3.2.22 to 24).
 *
 * @param reference by which the parts of a message are found; phones use it again for later messages
 * @param index from 1
 */
record MessagePart(int reference, int total, int index) {

    private static final int REFERENCE_OF_8_BITS = 0x00;
    private static final int REFERENCE_OF_16_BITS = 0x08;

    /** Empty for a message in one part. */
    static Optional<MessagePart> of(DeliverSm message, byte[] userData) {
        return (message.isUdhi() ? ofHeader(userData) : ofParameters(message))
                .filter(each -> each.total() > 1 && each.index() >= 1 && each.index() <= each.total());
    }

    private static Optional<MessagePart> ofParameters(DeliverSm message) {
        Sar_msg_ref_num reference = message.getOptionalParameter(Sar_msg_ref_num.class);
        Sar_total_segments total = message.getOptionalParameter(Sar_total_segments.class);
        Sar_segment_seqnum index = message.getOptionalParameter(Sar_segment_seqnum.class);
        return reference == null || total == null || index == null
                ? Optional.empty()
                : Optional.of(new MessagePart(reference.getValue() & 0xFFFF, total.getValue() & 0xFF,
                        index.getValue() & 0xFF));
    }

    private static Optional<MessagePart> ofHeader(byte[] userData) {
        int end = Math.min(userData.length, headerLength(userData));
        for (int at = 1; at + 1 < end; at += 2 + (userData[at + 1] & 0xFF)) {
            int length = userData[at + 1] & 0xFF;
            boolean wide = userData[at] == REFERENCE_OF_16_BITS && length == 4;
            boolean narrow = userData[at] == REFERENCE_OF_8_BITS && length == 3;
            if ((wide || narrow) && at + 2 + length <= end) {
                int[] values = unsigned(Arrays.copyOfRange(userData, at + 2, at + 2 + length));
                return Optional.of(wide
                        ? new MessagePart(values[0] << 8 | values[1], values[2], values[3])
                        : new MessagePart(values[0], values[1], values[2]));
            }
        }
        return Optional.empty();
    }

    private static int[] unsigned(byte[] octets) {
        int[] values = new int[octets.length];
        for (int i = 0; i < octets.length; i++) {
            values[i] = octets[i] & 0xFF;
        }
        return values;
    }

    /** The number of octets before the text. */
    static int headerLength(byte[] userData) {
        return userData.length == 0 ? 0 : Math.min(userData.length, 1 + (userData[0] & 0xFF));
    }
}
