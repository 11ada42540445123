package org.refugio.carriers.sms;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.MessageDirection;
import org.refugio.carriers.MessageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A text-message centre; any system id and password may bind. */
public final class MessageCentre implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessageCentre.class);
    private static final long BIND_WITHIN_MS = 10_000;
    /** Larger than the window of any sender, so that a silent centre still replies to enquire_link. */
    private static final int REQUESTS_AT_ONCE = 32;
    private static final String NAME = "refugio";

    private final LoopbackConnectionFactory listening = new LoopbackConnectionFactory();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final SMPPServerSessionListener listener;
    private final MessageLog messages;
    private final ReplyDelivery replies;

    /** @throws IOException when the port is taken */
    public MessageCentre(int port, MessageLog messages, CarrierFaults faults) throws IOException {
        this.messages = messages;
        this.replies = new ReplyDelivery(sessions);
        listener = new SMPPServerSessionListener(port, listening);
        listener.setPduProcessorDegree(REQUESTS_AT_ONCE);
        listener.setMessageReceiverListener(new SubmitOnlyReceiver(new SmsAcceptance(messages, faults)));
        Thread.ofVirtual().name("sms-accept").start(this::acceptAll);
        replies.start();
    }

    public int port() {
        return listening.port();
    }

    /** Reply as this phone; the reply is queued until a receiving sender is bound. */
    public void reply(String phone, String text) {
        String from = PhoneNumber.of(phone);
        String to = messages.of(CarrierChannel.SMS, from).reversed().stream()
                .filter(each -> each.direction() == MessageDirection.TO_PHONE).findFirst().map(CarrierMessage::from)
                .orElse(NAME);
        CarrierMessage reply = new CarrierMessage(messages.nextId(), from, to, null, text, Instant.now(),
                MessageDirection.FROM_PHONE);
        messages.add(reply);
        replies.add(reply);
    }

    @Override
    public void close() {
        replies.close();
        try {
            listener.close();
        } catch (IOException e) {
            LOG.warn("the listener did not close", e);
        }
        sessions.forEach(SMPPServerSession::close);
    }

    private void acceptAll() {
        while (true) {
            try {
                SMPPServerSession session = listener.accept();
                Thread.ofVirtual().name("sms-bind").start(() -> bind(session));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.addSessionStateListener((to, from, source) -> {
                if (!to.isBound()) {
                    sessions.remove(session);
                }
            });
            session.waitForBind(BIND_WITHIN_MS).accept(NAME);
            sessions.add(session);
            replies.wake();
        } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
            LOG.info("a connection ended without a bind");
            session.close();
        }
    }
}
