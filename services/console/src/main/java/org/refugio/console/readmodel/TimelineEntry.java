package org.refugio.console.readmodel;

/**
 * A line of a case's timeline.
 *
 * @param an instant of the domain clock
 * @param what the name of the event, which selects the text
 * @param detail a text key with details, or null
 */
public record TimelineEntry(String id, String caseId, String at, String what, String detail) {}
