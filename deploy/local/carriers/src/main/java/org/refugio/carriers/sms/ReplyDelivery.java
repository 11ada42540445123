package org.refugio.carriers.sms;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.refugio.carriers.CarrierMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers replies in order, each to one bound sender; retries until one has accepted it. */
final class ReplyDelivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyDelivery.class);
    private static final long RETRY_MS = 500;
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private final Deque<CarrierMessage> waiting = new ArrayDeque<>();
    private final List<SMPPServerSession> sessions;
    private Thread worker;

    ReplyDelivery(List<SMPPServerSession> sessions) {
        this.sessions = sessions;
    }

    void start() {
        worker = Thread.ofVirtual().name("sms-replies").start(this::work);
    }

    synchronized void add(CarrierMessage reply) {
        waiting.addLast(reply);
        notifyAll();
    }

    /** Retry now, because a sender was bound. */
    synchronized void wake() {
        notifyAll();
    }

    @Override
    public void close() {
        worker.interrupt();
    }

    private void work() {
        try {
            while (true) {
                CarrierMessage next = await();
                if (sessions.stream().anyMatch(session -> delivered(next, session))) {
                    taken();
                } else {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("closed");
        }
    }

    private synchronized CarrierMessage await() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.getFirst();
    }

    private synchronized void taken() {
        waiting.removeFirst();
    }

    private synchronized void pause() throws InterruptedException {
        wait(RETRY_MS);
    }

    private static boolean delivered(CarrierMessage reply, SMPPServerSession session) {
        if (!session.getSessionState().isReceivable()) {
            return false;
        }
        DataCoding coding = DataCoding.of(reply.text());
        boolean fits = coding.octets().length <= LONGEST_SHORT_MESSAGE;
        OptionalParameter[] payload = fits
                ? new OptionalParameter[0]
                : new OptionalParameter[]{new OptionalParameter.Message_payload(coding.octets())};
        try {
            session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, reply.from(),
                    TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, reply.to(), new ESMClass(), (byte) 0,
                    (byte) 0, new RegisteredDelivery(0), DataCodings.newInstance(coding.dataCoding()),
                    fits ? coding.octets() : new byte[0], payload);
            return true;
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | NegativeResponseException
                | IOException | IllegalStateException e) {
            LOG.info("an answer was not taken: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
