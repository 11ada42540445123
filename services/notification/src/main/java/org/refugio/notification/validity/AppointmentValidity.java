package org.refugio.notification.validity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether appointments still stand. */
public interface AppointmentValidity {

    /** An appointment as a message speaks of it. */
    record Asked(String id, int revision) {}

    /** The answer for each; empty when there is none to be had now. */
    Optional<Map<Asked, Boolean>> ask(List<Asked> appointments);
}
