package org.refugio.notification.carriers.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** The listener is resolved lazily, because handling a reply sends through the same connection. */
    IncomingSms(ObjectProvider<IncomingSmsListener> listener) {
        this.listener = listener;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (message.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            sender(message).ifPresentOrElse(phone -> listener.getObject().onSms(phone, text(message)),
                    () -> LOG.info("a text message from a sender that has no phone number"));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName())
                    .log("a reply could not be stored; the message centre will deliver it again");
            throw new ProcessRequestException("try again", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    /** A centre reports numbers in international form, or says that a number is national. */
    private static Optional<PhoneNumber> sender(DeliverSm message) {
        String address = message.getSourceAddr();
        return message.getSourceAddrTon() == TypeOfNumber.NATIONAL.value()
                ? PhoneNumber.ofInternational(MEXICO + address)
                : PhoneNumber.ofInternational(address);
    }

    private static String text(DeliverSm message) {
        OptionalParameter.Message_payload payload = message.getOptionalParameter(
                OptionalParameter.Message_payload.class);
        byte[] bytes = payload == null ? message.getShortMessage() : payload.getValue();
        byte[] body = message.isUdhi() && bytes.length > 0
                ? Arrays.copyOfRange(bytes, Math.min(bytes.length, 1 + (bytes[0] & 0xFF)), bytes.length)
                : bytes;
        return switch (message.getDataCoding() & CODING_MASK) {
            case GsmText.UCS2 -> new String(body, StandardCharsets.UTF_16BE);
            case GsmText.LATIN1 -> new String(body, StandardCharsets.ISO_8859_1);
            default -> GsmText.decode(body);
        };
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
