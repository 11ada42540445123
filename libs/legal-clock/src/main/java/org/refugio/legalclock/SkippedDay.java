package org.refugio.legalclock;

import java.time.LocalDate;

/**
 * A day that does not count.
 *
 * @param why in English, for instance {@code Constitution Day}
 * @param citation the article or the notice
 */
public record SkippedDay(LocalDate date, String why, String citation) {}
