package org.refugio.legalclock.reader;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.data.OfficeHours;

/** Reads a file of {@code calendars/}. */
final class CalendarReader {

    private final DataFiles files;
    private final Map<String, Municipality> municipalities;
    private final Map<String, HolidaySet> holidays;

    /** @param holidays the holiday files read so far, by id; more are added as calendars name them */
    CalendarReader(DataFiles files, Map<String, Municipality> municipalities, Map<String, HolidaySet> holidays) {
        this.files = files;
        this.municipalities = municipalities;
        this.holidays = holidays;
    }

    AuthorityCalendar read(String file) {
        String id = file.substring(file.lastIndexOf('/') + 1, file.length() - ".txt".length());
        UniqueLines head = new UniqueLines(file, 1, "calendar " + id);
        List<HolidaySet> own = new ArrayList<>();
        List<HolidaySet> alsoInvoked = new ArrayList<>();
        ClosedPeriods closures = new ClosedPeriods(municipalities);
        ClosedPeriods suspensions = new ClosedPeriods(municipalities);
        for (DataLine line : DataLine.of(files, file)) {
            switch (line.keyword()) {
                case "authority", "version", "verified", "unverified", "hours", "count-starts",
                        "default-municipality" ->
                    head.add(line.keyword(), line);
                case "holidays" -> own.addAll(holidaySets(line));
                case "also-invoked" -> alsoInvoked.addAll(holidaySets(line));
                case "closure" -> closures.add(line);
                case "suspension" -> suspensions.add(line);
                default -> throw line.unknownKeyword("authority, version, verified, unverified, holidays, also-invoked,"
                        + " hours, count-starts, default-municipality, closure or suspension");
            }
        }
        if (own.isEmpty()) {
            head.required("holidays");
        }
        return new AuthorityCalendar(id, head.required("authority").atMost(1).text(0, "authority"),
                head.required("version").atMost(1).text(0, "version"), head.verification(), own, alsoInvoked,
                hours(head.required("hours")), head.optional("count-starts").map(CalendarReader::countStarts),
                municipality(head.required("default-municipality").atMost(1)), closures.all(), suspensions.all());
    }

    private List<HolidaySet> holidaySets(DataLine line) {
        List<HolidaySet> sets = new ArrayList<>();
        for (String id : line.atMost(1).text(0, "id of a holiday file").split("\\s*,\\s*|\\s+")) {
            String file = HolidayReader.file(id);
            if (!holidays.containsKey(id)) {
                if (!id.matches("[A-Za-z0-9._-]+") || !files.has(file)) {
                    throw line.refused("unknown holidays '" + id + "': there is no file " + file);
                }
                holidays.put(id, HolidayReader.read(files, id));
            }
            sets.add(holidays.get(id));
        }
        return sets;
    }

    private Municipality municipality(DataLine line) {
        return ClosedPeriods.known(line, line.text(0, "municipality"), municipalities);
    }

    private static String countStarts(DataLine line) {
        if (!line.atMost(2).text(0, "day").equals("next-working-day")) {
            throw line.refused("a count can only start on 'next-working-day'");
        }
        return line.text(1, "citation");
    }

    private static OfficeHours hours(DataLine line) {
        String[] times = line.atMost(2).text(0, "opening and closing hour").split("\\s+");
        try {
            if (times.length == 2 && LocalTime.parse(times[0]).isBefore(LocalTime.parse(times[1]))) {
                return new OfficeHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]), line.text(1, "citation"));
            }
        } catch (DateTimeParseException e) {
            // refused below with the form that is expected
        }
        throw line.refused("'" + line.text(0, "hours") + "' are not hours: write for instance 08:00 18:00");
    }
}
