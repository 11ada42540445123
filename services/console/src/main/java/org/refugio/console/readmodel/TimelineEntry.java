package org.refugio.console.readmodel;

/**
 * A line of a case's timeline.
 *
 * @param at an instant, in the domain's time
 * @param what the event's name, by which the words are found
 * @param detail a stable word that makes it more exact, or null
 */
public record TimelineEntry(String id, String caseId, String at, String what, String detail) {}
