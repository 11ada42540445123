package org.refugio.legalclock.data;

import java.time.ZoneId;

/**
 * Where an office is.
 *
 * @param id for instance {@code ciudad-juarez}
 * @param zone of the municipality: some at the border follow the United States' daylight saving time, the rest of
 *     their state does not
 */
public record Municipality(String id, String name, ZoneId zone) {}
