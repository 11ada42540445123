package org.refugio.legalclock;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClockData;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.reader.ClockDataReader;

/**
 * Computes deadlines from one set of rules and calendars. Immutable; calendars are compiled when first used, for
 * 1995 to 2100. Source: LFPA art. 28 to 30 and 38, LFPCA art. 74, Ley de Amparo art. 19, and the article of each
 * rule.
 */
public final class LegalClock {

    /** The first year that is computed. */
    public static final int FIRST_YEAR = WorkingDays.FIRST.getYear();

    /** The last year that is computed. */
    public static final int LAST_YEAR = WorkingDays.LAST.getYear();

    private static final class Shipped {
        static final LegalClock CLOCK = new LegalClock(ClockDataReader.shipped());
    }

    private final ClockData data;
    private final Rules rules;
    private final Map<String, CompiledCalendars> calendars = new HashMap<>();

    private LegalClock(ClockData data) {
        this.data = data;
        this.rules = new Rules(data.rules());
        Map<String, BitSet> restDays = new ConcurrentHashMap<>();
        data.calendars()
                .forEach((authority, calendar) -> calendars.put(authority, new CompiledCalendars(calendar, restDays)));
    }

    /** With the files inside the library, which are read once. */
    public static LegalClock shipped() {
        return Shipped.CLOCK;
    }

    /**
     * With files of the operator, in the layout of the shipped ones.
     *
     * @throws InvalidCalendarData with file and line when one is refused
     */
    public static LegalClock read(Path directory) {
        return new LegalClock(ClockDataReader.directory(directory));
    }

    /** Whether deadlines that start on this day can be computed. */
    public static boolean covers(LocalDate from) {
        return WorkingDays.contains(from);
    }

    /** The terms, in the order of the file. */
    public List<DeadlineRule> rules() {
        return data.rules();
    }

    /** One calendar an authority. */
    public List<AuthorityCalendar> calendars() {
        return List.copyOf(data.calendars().values());
    }

    /** The places of offices. */
    public List<Municipality> municipalities() {
        return List.copyOf(data.municipalities().values());
    }

    /**
     * Both dates with their explanation.
     *
     * @throws DeadlineNotComputable for an unknown rule or municipality, an undecided rule, an extension that the
     *     rule does not allow, or a date outside 1995 to 2100
     */
    public Deadline due(DeadlineRequest request) {
        return DeadlineAnswer.of(request, resolve(request), data.ruleVersion());
    }

    /**
     * Whether a deadline moves from this data to the newer one. No explanation is built, so that all open cases can
     * be checked at once.
     *
     * @throws DeadlineNotComputable when one of the two cannot compute it
     */
    public Movement recompute(DeadlineRequest request, LegalClock newer) {
        ResolvedRequest before = resolve(request);
        ResolvedRequest after = newer.resolve(request);
        int nominalBefore = before.nominal();
        int nominalAfter = after.nominal();
        int earliestBefore = before.earliest();
        int earliestAfter = after.earliest();
        return new Movement(nominalBefore != nominalAfter || earliestBefore != earliestAfter,
                ResolvedRequest.date(nominalBefore), ResolvedRequest.date(nominalAfter),
                ResolvedRequest.date(earliestBefore), ResolvedRequest.date(earliestAfter));
    }

    /**
     * The days on which an office does not work, both ends included.
     *
     * @param municipality an id; null for the authority's default
     * @throws DeadlineNotComputable for an unknown authority or municipality
     */
    public List<SkippedDay> nonWorkingDays(String authority, String municipality, LocalDate from, LocalDate until) {
        AuthorityCalendar calendar = compiled(authority).calendar();
        NonWorkingDays days = new NonWorkingDays(calendar, municipality(calendar, municipality));
        return from.datesUntil(until.plusDays(1)).map(date -> days.reason(date, 0)).flatMap(Optional::stream)
                .map(DeadlineAnswer::skipped).toList();
    }

    private ResolvedRequest resolve(DeadlineRequest request) {
        if (!covers(request.from())) {
            throw new DeadlineNotComputable(request.from() + " is outside the years " + FIRST_YEAR + " to "
                    + LAST_YEAR);
        }
        CountedRule rule = rules.of(request);
        CompiledCalendars compiled = compiled(rule.authority());
        Municipality municipality = municipality(compiled.calendar(), request.municipality());
        return new ResolvedRequest(request, rule, compiled.calendar(), municipality, compiled.at(municipality));
    }

    private CompiledCalendars compiled(String authority) {
        CompiledCalendars compiled = calendars.get(authority);
        if (compiled == null) {
            throw new DeadlineNotComputable("there is no authority '" + authority + "': use one of "
                    + String.join(", ", data.calendars().keySet()));
        }
        return compiled;
    }

    private Municipality municipality(AuthorityCalendar calendar, String id) {
        if (id == null) {
            return calendar.defaultMunicipality();
        }
        Municipality municipality = data.municipalities().get(id);
        if (municipality == null) {
            throw new DeadlineNotComputable("there is no municipality '" + id + "': use one of "
                    + String.join(", ", data.municipalities().keySet()));
        }
        return municipality;
    }
}
