package org.refugio.legalclock.data;

import java.time.LocalTime;

/** When an office receives filings, in the municipality's own time. */
public record OfficeHours(LocalTime opens, LocalTime closes, String citation) {}
