package org.refugio.legalclock.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.SkippedDay;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.Verification;

/** {@code clock calendar}: the days of a year on which an authority does not work. */
final class CalendarCommand {

    private CalendarCommand() {
    }

    static void run(List<String> words, PrintStream out) {
        Options options = new Options(words, Set.of("authority", "year", "office", "calendars", "json"));
        options.arguments(0, "./refugio clock calendar --authority NAME --year YYYY");
        int year = year(options);
        LegalClock clock = Inputs.clock(options);
        AuthorityCalendar calendar = calendar(clock, options.required("authority"));
        List<SkippedDay> days = clock.nonWorkingDays(calendar.authority(), Inputs.municipality(options, clock),
                LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        List<String> unverified = Stream.concat(Stream.of(calendar.verification()),
                calendar.holidays().stream().map(HolidaySet::verification)).flatMap(CalendarCommand::missing).toList();
        if (options.has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("authority", calendar.authority());
            json.put("version", calendar.version());
            json.put("year", year);
            json.put("days", days.stream().map(DueCommand::json).toList());
            json.put("warnings", unverified);
            out.println(Json.write(json));
        } else {
            out.println(calendar.authority() + " " + year + ": " + days.size() + " non-working days");
            days.forEach(day -> out.println(day.date() + "  " + day.why() + " (" + day.citation() + ")"));
            unverified.forEach(warning -> out.println("Warning: unverified: " + warning));
        }
    }

    private static Stream<String> missing(Verification verification) {
        return verification instanceof Verification.Unverified(var missing) ? Stream.of(missing.en()) : Stream.empty();
    }

    private static int year(Options options) {
        int year = options.number("year", options.required("year"));
        if (year < LegalClock.FIRST_YEAR || year > LegalClock.LAST_YEAR) {
            throw new UsageError("--year must be from " + LegalClock.FIRST_YEAR + " to " + LegalClock.LAST_YEAR);
        }
        return year;
    }

    private static AuthorityCalendar calendar(LegalClock clock, String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return clock.calendars().stream()
                .filter(each -> each.id().equalsIgnoreCase(wanted)
                        || each.authority().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted))
                .findFirst().orElseThrow(() -> new UsageError("there is no authority '" + name + "': use one of "
                        + String.join(", ", clock.calendars().stream().map(AuthorityCalendar::authority).toList())));
    }
}
