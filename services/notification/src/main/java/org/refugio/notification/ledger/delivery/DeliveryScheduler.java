package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.refugio.contracts.Channel;
import org.refugio.messaging.background.RecoverySweep;
import org.refugio.notification.running.PollingLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Runs a dispatch loop for each channel, so that a slow carrier delays only its own channel, and the periodic sweep.
 */
@Component
class DeliveryScheduler implements SmartLifecycle {

    private static final Duration POLL_PERIOD = Duration.ofMillis(250);
    private static final Duration EMPTY_POLL_PERIOD = Duration.ofSeconds(2);
    private static final Duration SWEEP_PERIOD = Duration.ofSeconds(1);

    private final List<PollingLoop> loops = new ArrayList<>();
    private final DeliverySweeper sweeper;
    private final TaskScheduler scheduler;
    private ScheduledFuture<?> sweep;

    DeliveryScheduler(MessageDispatcher dispatcher, DeliverySweeper sweeper, WakeUpSignals wakeUps,
            TaskScheduler scheduler) {
        for (Channel channel : Channel.values()) {
            PollingLoop loop = new PollingLoop("sending-" + channel, POLL_PERIOD, EMPTY_POLL_PERIOD,
                    () -> dispatcher.dispatch(channel));
            wakeUps.register(channel, loop::wakeUp);
            loops.add(loop);
        }
        this.sweeper = sweeper;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        loops.forEach(PollingLoop::start);
        sweep = scheduler.scheduleWithFixedDelay(new RecoverySweep(sweeper::mayHaveWork, sweeper::sweep),
                SWEEP_PERIOD);
    }

    @Override
    public void stop() {
        sweep.cancel(true);
        loops.forEach(PollingLoop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(PollingLoop::isRunning);
    }
}
