package org.refugio.notification.carriers.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Keeps one transceiver session bound to the message centre, and binds again when the session is lost. */
@Component
class SmppConnection implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);
    private static final int ENQUIRE_LINK_MILLIS = 10_000;
    private static final long RESPONSE_TIMEOUT_MILLIS = 5_000;
    private static final long BIND_TIMEOUT_MILLIS = 5_000;
    private static final Duration BIND_PERIOD = Duration.ofMillis(500);
    /** A message centre that refuses may block who asks too often. */
    private static final Duration MAX_BIND_DELAY = Duration.ofSeconds(8);

    private final SmppSettings settings;
    private final IncomingSms incoming;
    private final TaskScheduler scheduler;
    private ScheduledFuture<?> binding;
    private volatile SMPPSession session;
    private Duration bindDelay = Duration.ZERO;
    private long lastAttempt;

    SmppConnection(SmppSettings settings, IncomingSms incoming, TaskScheduler scheduler) {
        this.settings = settings;
        this.incoming = incoming;
        this.scheduler = scheduler;
    }

    /** The session, if it is bound. */
    Optional<SMPPSession> boundSession() {
        SMPPSession current = session;
        return current != null && current.getSessionState().isBound() ? Optional.of(current) : Optional.empty();
    }

    @Override
    public void start() {
        binding = scheduler.scheduleWithFixedDelay(this::bindIfLost, BIND_PERIOD);
    }

    private void bindIfLost() {
        if (boundSession().isPresent() || System.nanoTime() - lastAttempt < bindDelay.toNanos()) {
            return;
        }
        SMPPSession fresh = new SMPPSession();
        fresh.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
        fresh.setTransactionTimer(RESPONSE_TIMEOUT_MILLIS);
        fresh.setMessageReceiverListener(incoming);
        try {
            fresh.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX,
                    settings.systemId(), settings.password(), "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN,
                    null), BIND_TIMEOUT_MILLIS);
            session = fresh;
            bindDelay = Duration.ZERO;
            LOG.info("bound to the message centre");
        } catch (IOException | RuntimeException e) {
            fresh.unbindAndClose();
            Duration next = bindDelay.isZero() ? BIND_PERIOD : bindDelay.multipliedBy(2);
            bindDelay = next.compareTo(MAX_BIND_DELAY) < 0 ? next : MAX_BIND_DELAY;
            LOG.debug("the message centre does not respond");
        } finally {
            lastAttempt = System.nanoTime();
        }
    }

    @Override
    public void stop() {
        binding.cancel(true);
        boundSession().ifPresent(SMPPSession::unbindAndClose);
    }

    /** Starts before the delivery loops and stops after them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }

    @Override
    public boolean isRunning() {
        return binding != null && !binding.isCancelled();
    }
}
