package org.refugio.scheduling.offices;

import java.time.ZoneId;

/**
 * An office.
 *
 * @param zone of the municipality, not of the state
 * @param place the place as told to a person; it must not reveal the organisation, for instance {@code oficina centro}
 */
public record Office(String id, ZoneId zone, String place, OpeningHours hours) {

    /** An office that is not in the directory. */
    static Office unlisted(String id) {
        return new Office(id, ZoneId.of("America/Mexico_City"), "oficina", OpeningHours.usual());
    }

    public Office {
        hours = hours == null ? OpeningHours.usual() : hours;
    }
}
