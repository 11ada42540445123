package org.refugio.carriers.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Direction;
import org.refugio.carriers.Fault;
import org.refugio.carriers.Faults;
import org.refugio.carriers.Message;
import org.refugio.carriers.Messages;

/** Decides about every mail: kept, refused, left without an answer, or kept with a lost answer. */
final class Keeping extends SmtpManager {

    private final Messages messages;
    private final Faults faults;

    Keeping(Managers managers, Messages messages, Faults faults) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.messages = messages;
        this.faults = faults;
    }

    @Override
    public String checkRecipient(SmtpState state, MailAddress recipient) {
        return faults.of(Channel.EMAIL) == Fault.REFUSE ? "550 5.1.1 mailbox unavailable" : null;
    }

    @Override
    public void send(SmtpState state) {
        Fault fault = faults.of(Channel.EMAIL);
        if (fault == Fault.TIMEOUT) {
            faults.awaitVoice(Channel.EMAIL);
            throw new Dropped();
        }
        keep(state.getMessage());
        if (fault == Fault.DROP_AFTER_ACCEPT) {
            throw new Dropped();
        }
    }

    private void keep(MovingMessage mail) {
        try {
            String text = MailText.of(mail.getMessage());
            for (MailAddress to : mail.getToAddresses()) {
                messages.add(new Message(messages.nextId(), mail.getReturnPath().getEmail(), to.getEmail(),
                        mail.getMessage().getSubject(), text, Instant.now(), Direction.TO_MAILBOX));
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail cannot be read", e);
        }
    }

    /** Ends the connection: the server answers every exception, and closes without an answer only on an error. */
    private static final class Dropped extends Error {

        private static final long serialVersionUID = 1L;

        Dropped() {
            super("connection dropped on purpose", null, false, false);
        }
    }
}
