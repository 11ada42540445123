package org.refugio.scheduling.resources.web;

import java.util.List;
import org.refugio.contracts.ResourceKind;
import org.refugio.privacy.Privacy;
import org.refugio.scheduling.resources.Resource;

/** A resource as staff see it; {@code name} is the name of the person or room, and null when the person was erased. */
record ResourceView(String resourceId, String office, ResourceKind kind, String name, List<String> languages) {

    /** The resources of an office. */
    record All(List<ResourceView> items) {}

    static ResourceView of(Resource resource, Privacy privacy) {
        String name = resource.name() == null
                ? resource.roomName()
                : privacy.open(resource.name()).orElse(null);
        return new ResourceView(resource.resourceId(), resource.office(), resource.kind(), name,
                resource.languages());
    }
}
