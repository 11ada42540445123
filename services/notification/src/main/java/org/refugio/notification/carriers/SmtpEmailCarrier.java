package org.refugio.notification.carriers;

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
import org.refugio.contracts.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** E-mail over SMTP. What fails before the message is handed over was certainly not taken; after that nobody can say. */
@Component
class SmtpEmailCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpEmailCarrier.class);
    private static final String MILLIS = "5000";

    private final EmailSettings settings;
    private final Session session;
    private final CarrierGuard guarded;

    SmtpEmailCarrier(EmailSettings settings, CarrierGuards guards) {
        this.settings = settings;
        Properties mail = new Properties();
        mail.put("mail.smtp.host", settings.host());
        mail.put("mail.smtp.port", Integer.toString(settings.port()));
        mail.put("mail.smtp.connectiontimeout", MILLIS);
        mail.put("mail.smtp.timeout", MILLIS);
        mail.put("mail.smtp.writetimeout", MILLIS);
        this.session = Session.getInstance(mail);
        this.guarded = CarrierGuard.by(guards, "email");
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isReachable() {
        return guarded.isReachable();
    }

    @Override
    public void send(String to, String subject, String text) {
        guarded.call(() -> hand(to, subject, text));
    }

    private void hand(String to, String subject, String text) {
        MimeMessage message = message(to, subject, text);
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (SMTPSendFailedException e) {
                throw answered(e);
            } catch (SendFailedException e) { // about the recipient, so before any content
                boolean mayPass = e.getNextException() instanceof SMTPAddressFailedException address
                        && isTemporary(address.getReturnCode());
                throw new CarrierRejected(mayPass ? "carrier-busy" : "address-refused", mayPass, e);
            } catch (MessagingException e) {
                throw new CarrierOutcomeUnknown(e);
            }
        } catch (MessagingException e) {
            LOG.debug("the connection did not close well after the server had taken the message");
        }
    }

    /** The server's last word to a command. Without one, after the content, it may or may not have kept the message. */
    private static RuntimeException answered(SMTPSendFailedException e) {
        boolean contentSent = e.getCommand() == null || e.getCommand().strip().equals(".");
        if (e.getReturnCode() < 0) {
            return contentSent ? new CarrierOutcomeUnknown(e) : CarrierRejected.away(e);
        }
        boolean mayPass = isTemporary(e.getReturnCode());
        return new CarrierRejected(mayPass ? "carrier-busy" : "message-refused", mayPass, e);
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
            throw CarrierRejected.away(e);
        }
    }

    private MimeMessage message(String to, String subject, String text) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.sender()));
            message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            return message;
        } catch (AddressException e) {
            throw new CarrierRejected("address-refused", false, e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a message that cannot be put together", e);
        }
    }
}
