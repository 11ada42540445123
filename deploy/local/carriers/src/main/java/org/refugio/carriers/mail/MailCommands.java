package org.refugio.carriers.mail;

import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierFaults;

/** The commands of the mail server. GreenMail's own EHLO always offers SMTPUTF8. */
final class MailCommands extends SmtpCommandRegistry {

    private final CarrierFaults faults;

    MailCommands(CarrierFaults faults) {
        this.faults = faults;
    }

    @Override
    public SmtpCommand getCommand(String name) {
        return name.equals("EHLO") && faults.of(CarrierChannel.EMAIL) == CarrierFault.NO_SMTPUTF8
                ? new EhloWithoutExtensions()
                : super.getCommand(name);
    }

    private static final class EhloWithoutExtensions extends SmtpCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
            state.clearMessage();
            connection.send("250 " + connection.getServerGreetingsName());
        }
    }
}
