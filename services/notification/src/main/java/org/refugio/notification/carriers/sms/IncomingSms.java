package org.refugio.notification.carriers.sms;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.refugio.addresses.PhoneNumber;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Receives text messages. Each is acknowledged to the message centre only once it is stored. */
@Component
class IncomingSms implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingSms.class);
    private static final int CODING_MASK = 0x0F;
    private static final String MEXICO = "+52";

    private final ObjectProvider<IncomingSmsListener> listener;
    private final MessagePartJoiner parts;
    private final SmppSettings settings;

    /** The listener is resolved lazily, because handling a reply sends through the same connection. */
    IncomingSms(ObjectProvider<IncomingSmsListener> listener, MessagePartJoiner parts, SmppSettings settings) {
        this.listener = listener;
        this.parts = parts;
        this.settings = settings;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (message.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            sender(message).ifPresentOrElse(phone -> receive(message, phone),
                    () -> LOG.info("a text message from a sender that has no phone number"));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName())
                    .log("a reply could not be stored; the message centre will deliver it again");
            throw new ProcessRequestException("try again", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void receive(DeliverSm message, PhoneNumber from) {
        OptionalParameter.Message_payload payload = message.getOptionalParameter(
                OptionalParameter.Message_payload.class);
        byte[] data = payload == null ? message.getShortMessage() : payload.getValue();
        byte[] body = message.isUdhi()
                ? Arrays.copyOfRange(data, MessagePart.headerLength(data), data.length)
                : data;
        byte coding = (byte) (message.getDataCoding() & CODING_MASK);
        IncomingText received = new IncomingText(SmppSmsCarrier.NAME, message.getDestAddress(), from,
                parameter(message, settings.messageIdTag()), parameter(message, settings.timestampTag()), "",
                GsmText.decode(coding, body));
        MessagePart.of(message, data).ifPresentOrElse(part -> parts.add(received, part, coding, body),
                () -> listener.getObject().onSms(received));
    }

    /** SMPP 3.4 has no field for the id or the time of a message from a phone: centres use a parameter of their choice. */
    private static String parameter(DeliverSm message, Integer tag) {
        return Optional.ofNullable(tag).map(each -> message.getOptionalParameter(each.shortValue()))
                .map(each -> HexFormat.of().formatHex(each.serialize())).orElse(null);
    }

    /** A centre reports numbers in international form, or says that a number is national. */
    private static Optional<PhoneNumber> sender(DeliverSm message) {
        String address = message.getSourceAddr();
        return message.getSourceAddrTon() == TypeOfNumber.NATIONAL.value()
                ? PhoneNumber.ofInternational(MEXICO + address)
                : PhoneNumber.ofInternational(address);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // alert notifications are ignored
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
