package org.refugio.carriers.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.Socket;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.ListenAddress;
import org.refugio.carriers.MessageLog;

/** GreenMail's mail server with our own storage of mails. */
public final class MailServer implements AutoCloseable {

    private static final long PATIENCE_MS = 10_000;

    private final SmtpServer server;

    /** @throws IOException when the port is taken */
    public MailServer(int port, MessageLog messages, CarrierFaults faults) throws IOException {
        ServerSetup setup = new ServerSetup(port, ListenAddress.address(), ServerSetup.PROTOCOL_SMTP);
        server = new SmtpServer(setup, new Managers() {
            private final SmtpManager keeping = new MailAcceptance(this, messages, faults);

            @Override
            public SmtpManager getSmtpManager() {
                return keeping;
            }
        }) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                return new SmtpHandler(new MailCommands(faults), managers.getSmtpManager(), client);
            }
        };
        server.startService();
        try {
            if (!server.waitTillRunning(PATIENCE_MS)) {
                throw new IOException("the mail server cannot listen on port " + port);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService(1_000);
    }
}
