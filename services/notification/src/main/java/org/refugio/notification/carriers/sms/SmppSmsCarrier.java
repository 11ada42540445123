package org.refugio.notification.carriers.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.refugio.addresses.PhoneNumber;
import org.refugio.contracts.Channel;
import org.refugio.notification.carriers.Carrier;
import org.refugio.notification.carriers.CarrierGuard;
import org.refugio.notification.carriers.CarrierGuards;
import org.refugio.notification.carriers.CarrierOutcomeUnknown;
import org.refugio.notification.carriers.CarrierRejected;
import org.springframework.stereotype.Component;

/** SMS over SMPP, on the session that {@link SmppConnection} keeps bound. */
@Component
class SmppSmsCarrier implements Carrier {

    static final String NAME = "smpp";
    private static final byte HAS_USER_DATA_HEADER = 0x40;
    private static final int THROTTLED = 0x58;
    private static final int QUEUE_FULL = 0x14;

    private final AtomicInteger reference = new AtomicInteger();
    private final SmppConnection connection;
    private final SmppSettings settings;
    private final CarrierGuard guard;

    SmppSmsCarrier(SmppConnection connection, SmppSettings settings, CarrierGuards guards) {
        this.connection = connection;
        this.settings = settings;
        this.guard = CarrierGuard.create(guards, NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isReachable() {
        return connection.boundSession().isPresent() && guard.isReachable();
    }

    @Override
    public void send(String to, String subject, String text) {
        guard.execute(() -> submitParts(to, text));
    }

    private void submitParts(String to, String text) {
        String number = PhoneNumber.ofInternational(to).map(PhoneNumber::e164).map(each -> each.substring(1))
                .orElseThrow(() -> new CarrierRejected("number-refused", false, null));
        SMPPSession session = connection.boundSession().orElseThrow(() -> CarrierRejected.unreachable(null));
        GsmText encoded = GsmText.encode(text);
        List<byte[]> parts = encoded.parts();
        int messageReference = reference.incrementAndGet() & 0xFF;
        for (int i = 0; i < parts.size(); i++) {
            byte[] body = parts.size() == 1
                    ? parts.get(i)
                    : withHeader(parts.get(i), messageReference, parts.size(), i + 1);
            submit(session, number, encoded.coding(), body, parts.size() > 1, i > 0);
        }
    }

    private void submit(SMPPSession session, String number, byte coding, byte[] body, boolean concatenated,
            boolean partSubmitted) {
        ESMClass type = concatenated ? new ESMClass(HAS_USER_DATA_HEADER) : new ESMClass();
        try {
            session.submitShortMessage("", TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN,
                    settings.sender(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, number,
                    type, (byte) 0, (byte) 1, null, null, new RegisteredDelivery(0), (byte) 0,
                    new RawDataCoding(coding), (byte) 0, body);
        } catch (NegativeResponseException e) {
            if (partSubmitted) {
                throw new CarrierOutcomeUnknown(e); // an earlier part was accepted
            }
            boolean retryable = e.getCommandStatus() == THROTTLED || e.getCommandStatus() == QUEUE_FULL;
            throw new CarrierRejected(retryable ? "carrier-busy" : "number-refused", retryable, e);
        } catch (PDUException e) {
            throw new CarrierRejected("cannot-be-coded", false, e);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new CarrierOutcomeUnknown(e);
        }
    }

    private static byte[] withHeader(byte[] part, int messageReference, int count, int index) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{5, 0, 3, (byte) messageReference, (byte) count, (byte) index});
        out.writeBytes(part);
        return out.toByteArray();
    }
}
