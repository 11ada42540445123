package org.refugio.scheduling.offices;

import java.time.ZoneId;

/**
 * An office.
 *
 * @param zone of the municipality, not of the state
 * @param place what a person is told of where to come: discreet, for instance {@code oficina centro}
 */
public record Office(String id, ZoneId zone, String place, OpeningHours hours) {

    /** An office that the directory does not name. */
    static Office unlisted(String id) {
        return new Office(id, ZoneId.of("America/Mexico_City"), "oficina", OpeningHours.usual());
    }

    public Office {
        hours = hours == null ? OpeningHours.usual() : hours;
    }
}
