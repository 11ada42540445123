package org.refugio.notification.carriers.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.refugio.addresses.EmailAddress;
import org.refugio.contracts.Channel;
import org.refugio.notification.carriers.Carrier;
import org.refugio.notification.carriers.CarrierGuard;
import org.refugio.notification.carriers.CarrierGuards;
import org.refugio.notification.carriers.CarrierOutcomeUnknown;
import org.refugio.notification.carriers.CarrierRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * E-mail over SMTP. A failure before the content is sent means that the message was not accepted; after that the
 * outcome is unknown. An address with a local part beyond ASCII is given only to a server that offers SMTPUTF8; no other
 * message asks for it, because a server further on may not offer it.
 */
@Component
class SmtpEmailCarrier implements Carrier {

    private static final String NAME = "smtp";
    private static final Logger LOG = LoggerFactory.getLogger(SmtpEmailCarrier.class);
    private static final String TIMEOUT_MILLIS = "5000";

    private final SmtpSettings settings;
    private final Session ascii;
    private final Session utf8;
    private final CarrierGuard guard;

    SmtpEmailCarrier(SmtpSettings settings, CarrierGuards guards) {
        this.settings = settings;
        this.ascii = session(settings, false);
        this.utf8 = session(settings, true);
        this.guard = CarrierGuard.create(guards, NAME);
    }

    private static Session session(SmtpSettings settings, boolean allowUtf8) {
        Properties mail = new Properties();
        mail.put("mail.smtp.host", settings.host());
        mail.put("mail.smtp.port", Integer.toString(settings.port()));
        mail.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        mail.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        mail.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        mail.put("mail.mime.allowutf8", Boolean.toString(allowUtf8));
        return Session.getInstance(mail);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isReachable() {
        return guard.isReachable();
    }

    @Override
    public void send(String to, String subject, String text) {
        guard.execute(() -> transmit(to, subject, text));
    }

    private void transmit(String to, String subject, String text) {
        EmailAddress address = EmailAddress.parse(to)
                .orElseThrow(() -> new CarrierRejected("address-refused", false, null));
        Session session = address.needsSmtpUtf8() ? utf8 : ascii;
        MimeMessage message = message(session, address, subject, text);
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            connect(transport);
            rejectUnlessDeliverable(address, transport);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (SMTPSendFailedException e) {
                throw classified(e);
            } catch (SendFailedException e) { // rejected at the recipient, before any content was sent
                boolean retryable = e.getNextException() instanceof SMTPAddressFailedException failed
                        && isTemporary(failed.getReturnCode());
                throw new CarrierRejected(retryable ? "carrier-busy" : "address-refused", retryable, e);
            } catch (MessagingException e) {
                throw new CarrierOutcomeUnknown(e);
            }
        } catch (MessagingException e) {
            LOG.debug("the connection failed to close after the server had accepted the message");
        }
    }

    /** Classifies by the server's last reply. Without a reply after the content, the outcome is unknown. */
    private static RuntimeException classified(SMTPSendFailedException e) {
        boolean contentSent = e.getCommand() == null || e.getCommand().strip().equals(".");
        if (e.getReturnCode() < 0) {
            return contentSent ? new CarrierOutcomeUnknown(e) : CarrierRejected.unreachable(e);
        }
        boolean retryable = isTemporary(e.getReturnCode());
        return new CarrierRejected(retryable ? "carrier-busy" : "message-refused", retryable, e);
    }

    private static boolean isTemporary(int code) {
        return code < 0 || code / 100 == 4;
    }

    private static void connect(Transport transport) {
        try {
            transport.connect();
        } catch (AuthenticationFailedException e) {
            throw new CarrierRejected("not-let-in", true, e);
        } catch (MessagingException e) {
            throw CarrierRejected.unreachable(e);
        }
    }

    /** Jakarta Mail would cut the characters to bytes, which is the address of somebody else. */
    private static void rejectUnlessDeliverable(EmailAddress address, SMTPTransport transport) {
        if (address.needsSmtpUtf8() && !transport.supportsExtension("SMTPUTF8")) {
            throw new CarrierRejected("address-needs-smtputf8", false, null);
        }
    }

    private MimeMessage message(Session session, EmailAddress to, String subject, String text) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.sender().forTransport()));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to.forTransport()));
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            return message;
        } catch (AddressException e) {
            throw new CarrierRejected("address-refused", false, e);
        } catch (MessagingException e) {
            throw new IllegalStateException("the message could not be built", e);
        }
    }
}
