package org.refugio.notification.ledger;

import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.Channel;
import org.refugio.notification.running.Loop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the ledger moving: a loop for each channel, so that a carrier that is slow delays only its own, and the upkeep. */
@Component
class Sending implements SmartLifecycle {

    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long UPKEEP_EVERY_MILLIS = 1_000;

    private final List<Loop> loops = new ArrayList<>();

    Sending(Dispatch dispatch, Upkeep upkeep, Nudges nudges) {
        for (Channel channel : Channel.values()) {
            Loop loop = new Loop("sending-" + channel, LOOK_EVERY_MILLIS, () -> dispatch.round(channel));
            nudges.register(channel, loop::nudge);
            loops.add(loop);
        }
        loops.add(new Loop("upkeep", UPKEEP_EVERY_MILLIS, upkeep::round));
    }

    @Override
    public void start() {
        loops.forEach(Loop::start);
    }

    @Override
    public void stop() {
        loops.forEach(Loop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(Loop::isRunning);
    }
}
