package org.refugio.notification.ledger.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.contracts.Channel;
import org.springframework.stereotype.Component;

/** Wakes up a channel's delivery loop when a message becomes pending, so that it does not wait for the next poll. */
@Component
public class WakeUpSignals {

    private final Map<Channel, Runnable> loops = new ConcurrentHashMap<>();

    void register(Channel channel, Runnable loop) {
        loops.put(channel, loop);
    }

    public void wakeUp(Channel channel) {
        loops.getOrDefault(channel, () -> {
        }).run();
    }
}
