package org.refugio.legalclock.data;

import java.util.List;
import java.util.Map;

/**
 * All that one set of files contains.
 *
 * @param municipalities by id
 * @param calendars by authority
 * @param rules in the order of the file
 */
public record ClockData(Map<String, Municipality> municipalities, Map<String, AuthorityCalendar> calendars,
        List<DeadlineRule> rules, String ruleVersion) {}
