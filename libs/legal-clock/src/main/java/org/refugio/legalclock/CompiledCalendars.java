package org.refugio.legalclock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClosedPeriod;
import org.refugio.legalclock.data.Municipality;

/** The compiled calendars of one authority, each compiled when it is first asked for. Safe for use by several threads. */
final class CompiledCalendars {

    private final AuthorityCalendar calendar;
    private final Map<String, CompiledCalendar> byMunicipality = new ConcurrentHashMap<>();
    private final Map<List<List<ClosedPeriod>>, CompiledCalendar> byPeriods = new ConcurrentHashMap<>();

    CompiledCalendars(AuthorityCalendar calendar) {
        this.calendar = calendar;
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
                key -> CompiledCalendar.of(calendar, closures, suspensions));
    }

    private static List<ClosedPeriod> applying(List<ClosedPeriod> periods, String municipality) {
        return periods.stream().filter(period -> period.appliesTo(municipality)).toList();
    }
}
