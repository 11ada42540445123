package org.refugio.notification.validity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether appointments are still valid. */
public interface AppointmentValidity {

    /** An appointment at the revision that a message is about. */
    record Asked(String id, int revision) {}

    /** The validity of each; empty when scheduling cannot be reached. */
    Optional<Map<Asked, Boolean>> ask(List<Asked> appointments);
}
