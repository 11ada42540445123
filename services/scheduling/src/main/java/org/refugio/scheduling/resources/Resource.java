package org.refugio.scheduling.resources;

import java.util.List;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.SchedulingEvent.ResourceRegistered;
import org.refugio.contracts.Sealed;

/**
 * A lawyer, an interpreter or a room.
 *
 * @param name sealed under {@code staff:<resourceId>}; null for a room, which has a {@code roomName}
 * @param account the person's id at the identity provider, or null
 */
public record Resource(String resourceId, String office, ResourceKind kind, Sealed name, String roomName,
        List<String> languages, String account) {

    public boolean speaks(String language) {
        return languages.contains(language);
    }

    Resource withAccount(String person) {
        return new Resource(resourceId, office, kind, name, roomName, languages, person);
    }

    ResourceRegistered registered() {
        return new ResourceRegistered(resourceId, office, kind, name, roomName, languages);
    }
}
