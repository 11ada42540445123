package org.refugio.messaging.repository;

import java.time.Instant;

/** How times stand inside an aggregate's {@code state}, for a service's own filters. */
public final class StateTimeFormat {

    private StateTimeFormat() {
    }

    /** The stored text of an instant; text order is time order. */
    public static String stored(Instant instant) {
        return StateMapper.text(instant);
    }
}
