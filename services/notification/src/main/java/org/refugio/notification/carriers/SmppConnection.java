package org.refugio.notification.carriers;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps one session bound to the message centre, both ways, and binds again when it breaks. */
@Component
class SmppConnection implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);
    private static final int ENQUIRE_MILLIS = 10_000;
    private static final long RESPONSE_MILLIS = 5_000;
    private static final long RETRY_MILLIS = 500;

    private final SmsSettings settings;
    private final IncomingSms incoming;
    private ScheduledExecutorService timer;
    private volatile SMPPSession session;

    SmppConnection(SmsSettings settings, IncomingSms incoming) {
        this.settings = settings;
        this.incoming = incoming;
    }

    /** The session, if the message centre can be reached now. */
    Optional<SMPPSession> bound() {
        SMPPSession now = session;
        return now != null && now.getSessionState().isBound() ? Optional.of(now) : Optional.empty();
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("smpp").factory());
        timer.scheduleWithFixedDelay(this::keepBound, 0, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void keepBound() {
        if (bound().isPresent()) {
            return;
        }
        SMPPSession fresh = new SMPPSession();
        fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
        fresh.setTransactionTimer(RESPONSE_MILLIS);
        fresh.setMessageReceiverListener(incoming);
        try {
            fresh.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX,
                    settings.systemId(), settings.password(), "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN,
                    null));
            session = fresh;
            LOG.info("bound to the message centre");
        } catch (IOException | RuntimeException e) {
            fresh.unbindAndClose();
            LOG.debug("the message centre does not answer");
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        bound().ifPresent(SMPPSession::unbindAndClose);
    }

    /** Up before anybody sends, down after everybody did. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }

    @Override
    public boolean isRunning() {
        return timer != null && !timer.isShutdown();
    }
}
