package org.refugio.procedure.process;

import java.time.LocalDate;
import java.util.List;
import org.refugio.procedure.LocalizedText;

/**
 * A deadline that is running for a case. A lawyer decides what it means; it never blocks an action.
 *
 * @param rule the id of the rule in the legal clock
 * @param title what has to be done, in Spanish and English
 * @param from the day that starts the count
 * @param earliest the earliest defensible last day, from which staff work; null when no date can be
 *     given: the term is suspended without an end, or the day is outside the years of the legal clock
 * @param nominal the last day by the authority's own calendar; null likewise
 * @param warnings what the dates rest on and is not verified, in English
 */
public record CaseDeadline(String rule, LocalizedText title, LocalDate from, LocalDate earliest,
        LocalDate nominal, List<String> warnings) {}
