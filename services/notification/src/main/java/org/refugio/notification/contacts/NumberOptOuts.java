package org.refugio.notification.contacts;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.UnaryOperator;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The numbers that opted out. Each message asks about its number, and hardly any number has opted out: those that have
 * are kept in memory, so that the others cost no read. What another instance records is known after a moment; the
 * contacts that have the number at that time are marked themselves, so that this delay concerns later contacts only.
 */
@Component
public class NumberOptOuts implements SmartLifecycle {

    private static final Duration REFRESH_PERIOD = Duration.ofSeconds(30);

    private final AggregateRepository<NumberOptOut> optOuts;
    private final TaskScheduler scheduler;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> refresh;

    NumberOptOuts(AggregateRepositoryFactory factory, TaskScheduler scheduler) {
        this.optOuts = factory.of("optouts", NumberOptOut.class, NumberOptOut::phoneToken);
        this.scheduler = scheduler;
    }

    /** The opt-out of this number, while it is in force. */
    public Optional<NumberOptOut> find(String phoneToken) {
        return known.contains(phoneToken)
                ? optOuts.find(phoneToken).map(StoredAggregate::state).filter(NumberOptOut::isInForce)
                : Optional.empty();
    }

    /** The owner of the number wants no messages. */
    void record(String phoneToken, Instant at) {
        optOuts.createIfAbsent(phoneToken, () -> Decision.changed(new NumberOptOut(phoneToken, at, null, null)));
        update(phoneToken, found -> found.requestedAgain(at));
        known.add(phoneToken);
    }

    /** Messages are allowed again: the opt-out was requested before this time. */
    void end(String phoneToken, Instant at, String by) {
        update(phoneToken, found -> found.ended(at, by));
    }

    private void update(String phoneToken, UnaryOperator<NumberOptOut> change) {
        optOuts.update(phoneToken, found -> change.apply(found).equals(found)
                ? Decision.unchanged()
                : Decision.changed(change.apply(found)));
    }

    private void refresh() {
        optOuts.all(Filters.empty()).stream().map(StoredAggregate::state).filter(NumberOptOut::isInForce)
                .map(NumberOptOut::phoneToken).forEach(known::add);
    }

    @Override
    public void start() {
        refresh();
        refresh = scheduler.scheduleWithFixedDelay(this::refresh,
                scheduler.getClock().instant().plus(REFRESH_PERIOD), REFRESH_PERIOD);
    }

    @Override
    public void stop() {
        refresh.cancel(true);
    }

    /** Loaded before the first message is sent. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 20;
    }

    @Override
    public boolean isRunning() {
        return refresh != null && !refresh.isCancelled();
    }
}
