package org.refugio.carriers.sms;

import java.time.Instant;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jsmpp.PDUStringException;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Direction;
import org.refugio.carriers.Fault;
import org.refugio.carriers.Faults;
import org.refugio.carriers.Message;
import org.refugio.carriers.Messages;

/** Decides about every submitted message: kept, refused, left without an answer, or kept with a lost answer. */
final class Acceptance {

    private final Parts parts = new Parts();
    private final Messages messages;
    private final Faults faults;

    Acceptance(Messages messages, Faults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    SubmitSmResult accept(MessageRequest submitted, SMPPServerSession session) throws ProcessRequestException {
        Fault fault = faults.of(Channel.SMS);
        if (fault == Fault.REFUSE) {
            throw new ProcessRequestException("refused on purpose", SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
        if (fault == Fault.TIMEOUT) {
            faults.awaitVoice(Channel.SMS);
            throw dropped(session);
        }
        String id = messages.nextId();
        keep(id, submitted);
        if (fault == Fault.DROP_AFTER_ACCEPT) {
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
        whole(from, to, submitted).ifPresent(octets -> messages.add(new Message(id, from, to, null,
                new Coding(submitted.getDataCoding(), octets).text(), Instant.now(), Direction.TO_PHONE)));
    }

    private Optional<byte[]> whole(String from, String to, MessageRequest submitted) {
        byte[] octets = octets(submitted);
        if (!submitted.isUdhi()) {
            return Optional.of(octets);
        }
        return Part.in(octets).map(part -> parts.add(from, to, part))
                .orElseGet(() -> Optional.of(Part.withoutHeader(octets)));
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
