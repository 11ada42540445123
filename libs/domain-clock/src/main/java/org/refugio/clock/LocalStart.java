package org.refugio.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A local time in its zone.
 *
 * @param repeatedHour the local time exists twice that night; {@code instant} is the first occurrence
 */
public record LocalStart(LocalDateTime local, ZoneId zone, Instant instant, boolean repeatedHour) {

    /** Empty for a local time that a daylight-saving change skips. */
    public static Optional<LocalStart> of(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(new LocalStart(local, zone, local.toInstant(offsets.getFirst()), offsets.size() > 1));
    }
}
