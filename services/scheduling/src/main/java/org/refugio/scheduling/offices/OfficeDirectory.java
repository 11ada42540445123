package org.refugio.scheduling.offices;

import java.time.ZoneId;
import java.util.List;
import org.refugio.contracts.ResourceKind;

/**
 * The file that lists the offices and their resources.
 *
 * @param offices each office once
 */
public record OfficeDirectory(List<Entry> offices) {

    /** An office and its resources; {@code hours} default to the usual ones. */
    public record Entry(String id, ZoneId zone, String place, OpeningHours hours, List<Listed> resources) {}

    /**
     * A resource.
     *
     * @param key unique within the office and never changed: the id is derived from it
     * @param account the person's id at the identity provider, for interpreters who look up their own assignments
     */
    public record Listed(String key, ResourceKind kind, String name, List<String> languages, String account) {}

    static OfficeDirectory empty() {
        return new OfficeDirectory(List.of());
    }
}
