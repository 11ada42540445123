package org.refugio.carriers;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The fault that each carrier shows at the moment. */
public final class Faults {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final Map<Channel, Fault> current = new EnumMap<>(Map.of(Channel.SMS, Fault.OK, Channel.EMAIL, Fault.OK));

    public synchronized Fault of(Channel channel) {
        return current.get(channel);
    }

    public synchronized void set(Channel channel, Fault fault) {
        current.put(channel, fault);
        notifyAll();
    }

    /** Return when this carrier is no longer silent. */
    public synchronized void awaitVoice(Channel channel) {
        long end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        try {
            while (current.get(channel) == Fault.TIMEOUT && System.nanoTime() < end) {
                wait(1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
