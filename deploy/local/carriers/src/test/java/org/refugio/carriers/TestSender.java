package org.refugio.carriers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/**
 * A sender of text messages, bound as transceiver. The alphabets are defined here, independently of the code under
 * test.
 */
final class TestSender implements AutoCloseable, MessageReceiverListener {

    private final SMPPSession session = new SMPPSession();
    private final List<String> received = new CopyOnWriteArrayList<>();

    static TestSender bind(int port) throws IOException {
        TestSender sender = new TestSender();
        sender.session.setTransactionTimer(2_000);
        sender.session.setMessageReceiverListener(sender);
        sender.session.connectAndBind("127.0.0.1", port, new BindParameter(BindType.BIND_TRX, "office", "secret", "",
                TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null));
        return sender;
    }

    void submit(String phone, String text) throws Exception {
        boolean wide = text.chars().anyMatch(each -> each > 0x2000 && each != '€');
        submit(phone, wide ? text.getBytes(StandardCharsets.UTF_16BE) : defaultAlphabet(text),
                wide ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT, new ESMClass());
    }

    void submitPart(String phone, int reference, int parts, int number, String text, Alphabet alphabet)
            throws Exception {
        byte[] body = defaultAlphabet(text);
        byte[] octets = new byte[body.length + 6];
        byte[] header = {5, 0, 3, (byte) reference, (byte) parts, (byte) number};
        System.arraycopy(header, 0, octets, 0, 6);
        System.arraycopy(body, 0, octets, 6, body.length);
        submit(phone, octets, alphabet, new ESMClass(0x40));
    }

    List<String> received() {
        return received;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) {
        byte[] octets = delivered.getShortMessage();
        String text = delivered.getDataCoding() == Alphabet.ALPHA_UCS2.value()
                ? new String(octets, StandardCharsets.UTF_16BE)
                : new String(octets, StandardCharsets.ISO_8859_1);
        received.add(delivered.getSourceAddr() + ": " + text);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        throw new IllegalStateException("not expected");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not expected", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }

    private void submit(String phone, byte[] octets, Alphabet alphabet, ESMClass esm) throws Exception {
        session.submitShortMessage("", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "REFUGIO",
                TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, phone.substring(1), esm, (byte) 0, (byte) 0,
                null, null, new RegisteredDelivery(0), (byte) 0, DataCodings.newInstance(alphabet.value()), (byte) 0,
                octets);
    }

    private static byte[] defaultAlphabet(String text) {
        byte[] out = new byte[text.length() * 2];
        int size = 0;
        for (char each : text.toCharArray()) {
            switch (each) {
                case 'ñ' -> out[size++] = 0x7D;
                case '¿' -> out[size++] = 0x60;
                case '€' -> {
                    out[size++] = 0x1B;
                    out[size++] = 0x65;
                }
                default -> out[size++] = (byte) each;
            }
        }
        return java.util.Arrays.copyOf(out, size);
    }
}
