package org.refugio.notification.carriers;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** E-mail over SMTP. What fails before the message is handed over was certainly not taken; after that nobody can say. */
@Component
class SmtpEmail implements EmailCarrier {

    private static final String MILLIS = "5000";

    private final EmailSettings settings;
    private final Session session;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    SmtpEmail(EmailSettings settings, Guards guards) {
        this.settings = settings;
        Properties mail = new Properties();
        mail.put("mail.smtp.host", settings.host());
        mail.put("mail.smtp.port", Integer.toString(settings.port()));
        mail.put("mail.smtp.connectiontimeout", MILLIS);
        mail.put("mail.smtp.timeout", MILLIS);
        mail.put("mail.smtp.writetimeout", MILLIS);
        this.session = Session.getInstance(mail);
        this.breaker = guards.breaker("email");
        this.bulkhead = guards.bulkhead("email", 8);
    }

    @Override
    public void send(String to, String subject, String text) {
        try {
            CircuitBreaker.decorateRunnable(breaker,
                    Bulkhead.decorateRunnable(bulkhead, () -> hand(to, subject, text))).run();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new CarrierRefused("carrier-away", true, e);
        }
    }

    private void hand(String to, String subject, String text) {
        MimeMessage message = message(to, subject, text);
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } catch (SendFailedException e) {
                throw new CarrierRefused("address-refused", false, e);
            } catch (MessagingException e) {
                throw new CarrierUnclear(e);
            }
        } catch (MessagingException e) {
            // closing the connection failed after the server had taken the message
            org.slf4j.LoggerFactory.getLogger(SmtpEmail.class).debug("the connection did not close well");
        }
    }

    private static void connect(Transport transport) {
        try {
            transport.connect();
        } catch (AuthenticationFailedException e) {
            throw new CarrierRefused("not-let-in", true, e);
        } catch (MessagingException e) {
            throw new CarrierRefused("carrier-away", true, e);
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
            throw new CarrierRefused("address-refused", false, e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a message that cannot be put together", e);
        }
    }
}
