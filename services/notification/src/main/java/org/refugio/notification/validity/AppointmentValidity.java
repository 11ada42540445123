package org.refugio.notification.validity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether appointments are still valid. */
public interface AppointmentValidity {

    /** An appointment as it was when the message was planned. */
    record Asked(String id, int revision) {}

    /** The answer for each; empty when scheduling cannot answer now. */
    Optional<Map<Asked, Boolean>> ask(List<Asked> appointments);
}
