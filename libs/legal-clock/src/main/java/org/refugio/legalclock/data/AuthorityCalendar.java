package org.refugio.legalclock.data;

import java.util.List;
import java.util.Optional;

/**
 * How one authority counts days.
 *
 * @param id the name of its file, for instance {@code comar}
 * @param authority the name that rules use, for instance {@code COMAR}
 * @param holidays the laws whose rest days the authority's own calendar excludes
 * @param alsoInvoked other laws whose rest days an official could invoke instead
 * @param countStarts the article that says on which day a count starts
 * @param defaultMunicipality used when a request names none
 * @param closures published days on which an office is closed; the nominal date excludes them
 * @param suspensions published suspensions of terms; both dates exclude them
 */
public record AuthorityCalendar(String id, String authority, String version, Verification verification,
        List<HolidaySet> holidays, List<HolidaySet> alsoInvoked, OfficeHours hours, Optional<String> countStarts,
        Municipality defaultMunicipality, List<ClosedPeriod> closures, List<ClosedPeriod> suspensions) {

    public AuthorityCalendar {
        holidays = List.copyOf(holidays);
        alsoInvoked = List.copyOf(alsoInvoked);
        closures = List.copyOf(closures);
        suspensions = List.copyOf(suspensions);
    }
}
