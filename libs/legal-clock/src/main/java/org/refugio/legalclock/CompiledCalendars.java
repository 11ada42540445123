package org.refugio.legalclock;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClosedPeriod;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.Municipality;

/**
 * The compiled calendars of one authority, each compiled when it is first asked for. Safe for use by several
 * threads.
 */
final class CompiledCalendars {

    private final AuthorityCalendar calendar;
    private final Map<String, CompiledCalendar> byMunicipality = new ConcurrentHashMap<>();
    private final Map<List<List<ClosedPeriod>>, CompiledCalendar> byPeriods = new ConcurrentHashMap<>();

    private final Map<String, BitSet> restDays;

    /**
     * @param restDays the rest days of each law, by the id of its file; shared with the other authorities and
     * filled here
     */
    CompiledCalendars(AuthorityCalendar calendar, Map<String, BitSet> restDays) {
        this.calendar = calendar;
        this.restDays = restDays;
    }

    AuthorityCalendar calendar() {
        return calendar;
    }

    CompiledCalendar at(Municipality municipality) {
        CompiledCalendar known = byMunicipality.get(municipality.id());
        return known != null ? known : byMunicipality.computeIfAbsent(municipality.id(), this::compile);
    }

    /** Offices with the same closures and suspensions share the arrays, which take about 150 kB. */
    private CompiledCalendar compile(String municipality) {
        List<ClosedPeriod> closures = applying(calendar.closures(), municipality);
        List<ClosedPeriod> suspensions = applying(calendar.suspensions(), municipality);
        return byPeriods.computeIfAbsent(List.of(closures, suspensions),
                key -> CompiledCalendar.of(calendar, this::restDays, closures, suspensions));
    }

    /** Never changed after it is computed. */
    private BitSet restDays(HolidaySet set) {
        return restDays.computeIfAbsent(set.id(), id -> CompiledCalendar.restDays(set));
    }

    private static List<ClosedPeriod> applying(List<ClosedPeriod> periods, String municipality) {
        return periods.stream().filter(period -> period.appliesTo(municipality)).toList();
    }
}
