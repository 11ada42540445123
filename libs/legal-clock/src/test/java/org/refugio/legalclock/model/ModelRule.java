package org.refugio.legalclock.model;

/** A rule: so many working or calendar days of an authority's calendar; {@code extension} 0 means that none is allowed. */
public record ModelRule(String id, int value, boolean workingDays, String authority, int extension, boolean rolls) {}
