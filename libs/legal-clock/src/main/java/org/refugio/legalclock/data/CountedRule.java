package org.refugio.legalclock.data;

/**
 * A term with a number.
 *
 * @param value of days, in the unit
 * @param authority whose calendar counts
 * @param effective when the rule is in force
 */
public record CountedRule(String id, LocalizedText title, int value, CountUnit unit, LocalizedText trigger,
        String authority, String citation, Certainty certainty, Period effective, Extension extension,
        LastDay lastDay, Verification verification) implements DeadlineRule {}
