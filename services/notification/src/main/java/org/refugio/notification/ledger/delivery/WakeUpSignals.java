package org.refugio.notification.ledger.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.contracts.Channel;
import org.springframework.stereotype.Component;

/** Tells a channel's loop that there is something to send, so that it need not wait for its next look. */
@Component
public class WakeUpSignals {

    private final Map<Channel, Runnable> loops = new ConcurrentHashMap<>();

    void register(Channel channel, Runnable loop) {
        loops.put(channel, loop);
    }

    public void nudge(Channel channel) {
        loops.getOrDefault(channel, () -> {
        }).run();
    }
}
