package org.refugio.notification.ledger.delivery;

import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.Channel;
import org.refugio.notification.running.PollingLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the ledger moving: a loop for each channel, so that a carrier that is slow delays only its own, and the upkeep. */
@Component
class DeliveryScheduler implements SmartLifecycle {

    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long UPKEEP_EVERY_MILLIS = 1_000;

    private final List<PollingLoop> loops = new ArrayList<>();

    DeliveryScheduler(MessageDispatcher dispatch, DeliverySweeper upkeep, WakeUpSignals nudges) {
        for (Channel channel : Channel.values()) {
            PollingLoop loop = new PollingLoop("sending-" + channel, LOOK_EVERY_MILLIS, () -> dispatch.round(channel));
            nudges.register(channel, loop::nudge);
            loops.add(loop);
        }
        loops.add(new PollingLoop("upkeep", UPKEEP_EVERY_MILLIS, upkeep::round));
    }

    @Override
    public void start() {
        loops.forEach(PollingLoop::start);
    }

    @Override
    public void stop() {
        loops.forEach(PollingLoop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(PollingLoop::isRunning);
    }
}
