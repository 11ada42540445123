package org.refugio.carriers;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The current fault of each carrier. */
public final class CarrierFaults {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final Map<CarrierChannel, CarrierFault> current = new EnumMap<>(
            Map.of(CarrierChannel.SMS, CarrierFault.OK, CarrierChannel.EMAIL, CarrierFault.OK));

    public synchronized CarrierFault of(CarrierChannel channel) {
        return current.get(channel);
    }

    public synchronized void set(CarrierChannel channel, CarrierFault fault) {
        current.put(channel, fault);
        notifyAll();
    }

    /** Wait until this carrier is no longer silent. */
    public synchronized void awaitVoice(CarrierChannel channel) {
        long end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        try {
            while (current.get(channel) == CarrierFault.TIMEOUT && System.nanoTime() < end) {
                wait(1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
