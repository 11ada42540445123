package org.refugio.legalclock.reader;

import java.util.ArrayList;
import java.util.List;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.RestDay;

/** Reads a file of {@code holidays/}. */
final class HolidayReader {

    private HolidayReader() {
    }

    static HolidaySet read(DataFiles files, String id) {
        String file = file(id);
        UniqueLines head = new UniqueLines(file, 1, "holidays " + id);
        List<RestDay> days = new ArrayList<>();
        for (DataLine line : DataLine.of(files, file)) {
            switch (line.keyword()) {
                case "law", "version", "verified", "unverified" -> head.add(line.keyword(), line);
                case "weekly" -> days.add(RestDayReader.weekly(line));
                case "fixed" -> days.add(RestDayReader.fixed(line));
                case "movable" -> days.add(RestDayReader.movable(line));
                case "every-six-years" -> days.add(RestDayReader.everySixYears(line));
                default -> throw line.unknownKeyword(
                        "law, version, verified, unverified, weekly, fixed, movable or every-six-years");
            }
        }
        return new HolidaySet(id, head.required("law").atMost(1).text(0, "law"),
                head.required("version").atMost(1).text(0, "version"), head.verification(), days);
    }

    static String file(String id) {
        return "holidays/" + id + ".txt";
    }
}
