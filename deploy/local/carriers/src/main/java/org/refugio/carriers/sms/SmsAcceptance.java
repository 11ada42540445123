package org.refugio.carriers.sms;

import java.time.Instant;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.MessageDirection;
import org.refugio.carriers.MessageLog;

/** Decides about every submitted message: store, reject, do not reply, or store and lose the reply. */
final class SmsAcceptance {

    private final ConcatenatedParts parts = new ConcatenatedParts();
    private final MessageLog messages;
    private final CarrierFaults faults;

    SmsAcceptance(MessageLog messages, CarrierFaults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    SubmitSmResult accept(MessageRequest submitted, SMPPServerSession session) throws ProcessRequestException {
        CarrierFault fault = faults.of(CarrierChannel.SMS);
        if (fault == CarrierFault.REFUSE) {
            throw new ProcessRequestException("refused on purpose", SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
        if (fault == CarrierFault.TIMEOUT) {
            faults.awaitVoice(CarrierChannel.SMS);
            throw dropped(session);
        }
        String id = messages.nextId();
        keep(id, submitted);
        if (fault == CarrierFault.DROP_AFTER_ACCEPT) {
            throw dropped(session);
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException("an id of our own is not well formed", e);
        }
    }

    private void keep(String id, MessageRequest submitted) {
        String from = PhoneNumber.of(submitted.getSourceAddr());
        String to = PhoneNumber.of(submitted.getDestAddress());
        whole(from, to, submitted).ifPresent(octets -> messages.add(new CarrierMessage(id, from, to, null,
                new DataCoding(submitted.getDataCoding(), octets).text(), Instant.now(), MessageDirection.TO_PHONE)));
    }

    private Optional<byte[]> whole(String from, String to, MessageRequest submitted) {
        byte[] octets = octets(submitted);
        if (!submitted.isUdhi()) {
            return Optional.of(octets);
        }
        return ConcatenatedPart.in(octets).map(part -> parts.add(from, to, part))
                .orElseGet(() -> Optional.of(ConcatenatedPart.withoutHeader(octets)));
    }

    private static byte[] octets(MessageRequest submitted) {
        OptionalParameter.Message_payload payload = submitted
                .getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? submitted.getShortMessage() : payload.getValue();
    }

    private static ProcessRequestException dropped(SMPPServerSession session) {
        session.close();
        return new ProcessRequestException("connection dropped on purpose", SMPPConstant.STAT_ESME_RSYSERR);
    }
}
