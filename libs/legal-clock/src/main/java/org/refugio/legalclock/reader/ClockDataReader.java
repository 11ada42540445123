package org.refugio.legalclock.reader;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClockData;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.Municipality;

/** Reads a whole set of files. */
public final class ClockDataReader {

    private ClockDataReader() {
    }

    /** The files inside the library. */
    public static ClockData shipped() {
        return read(new ShippedFiles());
    }

    /**
     * Files of the operator.
     *
     * @throws InvalidCalendarData with file and line when one is refused
     */
    public static ClockData directory(Path directory) {
        return read(new DirectoryFiles(directory));
    }

    private static ClockData read(DataFiles files) {
        Map<String, Municipality> municipalities = MunicipalityReader.read(files);
        Map<String, HolidaySet> holidays = new HashMap<>();
        Map<String, AuthorityCalendar> calendars = new LinkedHashMap<>();
        for (String file : files.calendars()) {
            AuthorityCalendar calendar = new CalendarReader(files, municipalities, holidays).read(file);
            AuthorityCalendar earlier = calendars.putIfAbsent(calendar.authority(), calendar);
            if (earlier != null) {
                throw new InvalidCalendarData(file, 1, "duplicate authority '" + calendar.authority()
                        + "': it is already in calendars/" + earlier.id() + ".txt");
            }
        }
        RuleReader rules = new RuleReader(files, calendars.keySet());
        return new ClockData(Collections.unmodifiableMap(municipalities), Collections.unmodifiableMap(calendars),
                rules.rules(), rules.version());
    }
}
