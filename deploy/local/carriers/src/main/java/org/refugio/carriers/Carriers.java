package org.refugio.carriers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import org.refugio.carriers.mail.MailServer;
import org.refugio.carriers.sms.MessageCentre;
import org.refugio.carriers.web.CarrierWebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running carriers. */
public final class Carriers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final MessageLog messages = new MessageLog();
    private final CarrierFaults faults = new CarrierFaults();
    private final MailServer mail;
    private final MessageCentre sms;
    private final CarrierWebServer web;

    private Carriers(CarrierSettings settings) throws IOException {
        mail = new MailServer(settings.smtpPort(), messages, faults);
        sms = new MessageCentre(settings.smppPort(), messages, faults);
        web = new CarrierWebServer(settings.webPort(), messages, faults, sms);
    }

    /** Run as a separate process; ends on SIGTERM. */
    public static void main(String[] arguments) throws InterruptedException {
        Carriers carriers = open(CarrierSettings.fromEnvironment());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            carriers.close();
            stopped.countDown();
        }, "stop"));
        LOG.info("carriers ready: page {}, SMTP {}, SMPP {}", carriers.webPort(), carriers.smtpPort(),
                carriers.smppPort());
        stopped.await();
    }

    /**
     * Start in this process.
     *
     * @throws UncheckedIOException when a port is taken
     */
    public static Carriers open(CarrierSettings settings) {
        try {
            return new Carriers(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int webPort() {
        return web.port();
    }

    public int smtpPort() {
        return mail.port();
    }

    public int smppPort() {
        return sms.port();
    }

    /** The received messages. */
    public MessageLog messages() {
        return messages;
    }

    /** The faults. */
    public CarrierFaults faults() {
        return faults;
    }

    /** Reply as this phone; the reply is queued until a bound sender accepts it. */
    public void reply(String phone, String text) {
        sms.reply(phone, text);
    }

    @Override
    public void close() {
        faults.set(CarrierChannel.SMS, CarrierFault.OK);
        faults.set(CarrierChannel.EMAIL, CarrierFault.OK);
        web.close();
        sms.close();
        mail.close();
    }
}
