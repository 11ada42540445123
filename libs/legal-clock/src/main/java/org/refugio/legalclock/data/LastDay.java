package org.refugio.legalclock.data;

/**
 * What happens when the last day of a term is not a working day.
 *
 * @param rolls whether the next working day takes its place
 * @param citation the article; empty when the day stays as it is and no article is needed
 */
public record LastDay(boolean rolls, String citation) {}
