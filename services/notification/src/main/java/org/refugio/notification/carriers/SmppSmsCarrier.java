package org.refugio.notification.carriers;

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
import org.refugio.contracts.Channel;
import org.springframework.stereotype.Component;

/** SMS over SMPP, on the one session that {@link SmppConnection} keeps bound. */
@Component
class SmppSmsCarrier implements Carrier {

    private static final byte HAS_HEADER = 0x40;
    private static final int THROTTLED = 0x58;
    private static final int QUEUE_FULL = 0x14;

    private final AtomicInteger reference = new AtomicInteger();
    private final SmppConnection link;
    private final SmsSettings settings;
    private final CarrierGuard guarded;

    SmppSmsCarrier(SmppConnection link, SmsSettings settings, CarrierGuards guards) {
        this.link = link;
        this.settings = settings;
        this.guarded = CarrierGuard.by(guards, "sms");
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isReachable() {
        return link.bound().isPresent() && guarded.isReachable();
    }

    @Override
    public void send(String to, String subject, String text) {
        guarded.call(() -> hand(to, text));
    }

    private void hand(String to, String text) {
        SMPPSession session = link.bound().orElseThrow(() -> CarrierRejected.away(null));
        GsmText coded = GsmText.of(text);
        List<byte[]> parts = coded.parts();
        int number = reference.incrementAndGet() & 0xFF;
        for (int i = 0; i < parts.size(); i++) {
            byte[] body = parts.size() == 1 ? parts.get(i) : withHeader(parts.get(i), number, parts.size(), i + 1);
            submit(session, to, coded.coding(), body, parts.size() > 1, i > 0);
        }
    }

    private void submit(SMPPSession session, String to, byte coding, byte[] body, boolean concatenated,
            boolean begun) {
        ESMClass type = concatenated ? new ESMClass(HAS_HEADER) : new ESMClass();
        try {
            session.submitShortMessage("", TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN,
                    settings.sender(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, to.replace("+", ""),
                    type, (byte) 0, (byte) 1, null, null, new RegisteredDelivery(0), (byte) 0,
                    new RawDataCoding(coding), (byte) 0, body);
        } catch (NegativeResponseException e) {
            if (begun) {
                throw new CarrierOutcomeUnknown(e); // a part of it is on its way
            }
            boolean mayPass = e.getCommandStatus() == THROTTLED || e.getCommandStatus() == QUEUE_FULL;
            throw new CarrierRejected(mayPass ? "carrier-busy" : "number-refused", mayPass, e);
        } catch (PDUException e) {
            throw new CarrierRejected("cannot-be-coded", false, e);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new CarrierOutcomeUnknown(e);
        }
    }

    private static byte[] withHeader(byte[] part, int number, int count, int index) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{5, 0, 3, (byte) number, (byte) count, (byte) index});
        out.writeBytes(part);
        return out.toByteArray();
    }
}
