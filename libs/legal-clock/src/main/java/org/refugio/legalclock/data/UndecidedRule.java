package org.refugio.legalclock.data;

/**
 * A setting without a default.
 *
 * @param undecided who must decide and what
 */
public record UndecidedRule(String id, LocalizedText title, LocalizedText trigger, String citation,
        LocalizedText undecided) implements DeadlineRule {}
