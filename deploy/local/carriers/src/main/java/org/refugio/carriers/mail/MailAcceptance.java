package org.refugio.carriers.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.MessageDirection;
import org.refugio.carriers.MessageLog;

/** Decides about every mail: store, reject, do not reply, or store and lose the reply. */
final class MailAcceptance extends SmtpManager {

    private final MessageLog messages;
    private final CarrierFaults faults;

    MailAcceptance(Managers managers, MessageLog messages, CarrierFaults faults) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.messages = messages;
        this.faults = faults;
    }

    @Override
    public String checkRecipient(SmtpState state, MailAddress recipient) {
        return switch (faults.of(CarrierChannel.EMAIL)) {
            case REFUSE -> "550 5.1.1 mailbox unavailable";
            case NO_SMTPUTF8 ->
                recipient.getEmail().chars().allMatch(each -> each < 0x80) ? null : "553 5.6.7 address beyond ASCII";
            case OK, TIMEOUT, DROP_AFTER_ACCEPT -> null;
        };
    }

    @Override
    public void send(SmtpState state) {
        CarrierFault fault = faults.of(CarrierChannel.EMAIL);
        if (fault == CarrierFault.TIMEOUT) {
            faults.awaitVoice(CarrierChannel.EMAIL);
            throw new Dropped();
        }
        keep(state.getMessage());
        if (fault == CarrierFault.DROP_AFTER_ACCEPT) {
            throw new Dropped();
        }
    }

    private void keep(MovingMessage mail) {
        try {
            String text = MailText.of(mail.getMessage());
            for (MailAddress to : mail.getToAddresses()) {
                messages.add(new CarrierMessage(messages.nextId(), mail.getReturnPath().getEmail(), to.getEmail(),
                        mail.getMessage().getSubject(), text, Instant.now(), MessageDirection.TO_MAILBOX));
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail cannot be read", e);
        }
    }

    /**
     * Closes the connection: the server replies to every exception and closes without a reply only on an {@link Error}.
     */
    private static final class Dropped extends Error {

        private static final long serialVersionUID = 1L;

        Dropped() {
            super("connection dropped on purpose", null, false, false);
        }
    }
}
