package org.refugio.contracts;

/**
 * A line of a checklist.
 *
 * @param itemId the line's id within the case, from the procedure file
 * @param group the document group in the procedure file, for instance {@code identity}
 */
public record ChecklistLine(String itemId, String group) {}
