package org.refugio.legalclock.reader;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.refugio.legalclock.data.ClosedPeriod;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.data.Period;

/**
 * The closures, or the suspensions, of one calendar. No office may be closed twice on a day: one entry would hide
 * the other.
 */
final class ClosedPeriods {

    private final Map<String, Municipality> municipalities;
    private final Map<ClosedPeriod, DataLine> read = new LinkedHashMap<>();

    ClosedPeriods(Map<String, Municipality> municipalities) {
        this.municipalities = municipalities;
    }

    /** {@code closure FROM | UNTIL or open | all or municipalities | why | citation}; only a suspension may be open. */
    void add(DataLine line) {
        Period period = line.periodOf(line.atMost(5).date(0, "start"), end(line));
        ClosedPeriod added = new ClosedPeriod(period, offices(line), line.localized(3, "reason"),
                line.text(4, "citation"));
        read.forEach((earlier, its) -> {
            if (earlier.overlaps(added)) {
                throw line.refused("this " + line.keyword() + " overlaps the one on line " + its.number()
                        + " for the same municipality: end one before the other starts");
            }
        });
        read.put(added, line);
    }

    List<ClosedPeriod> all() {
        return List.copyOf(read.keySet());
    }

    private static LocalDate end(DataLine line) {
        if (!line.text(1, "end").equals("open")) {
            return line.date(1, "end");
        }
        if (line.keyword().equals("closure")) {
            throw line.refused("a closure has an end: enter a suspension if the end is not known yet");
        }
        return LocalDate.MAX;
    }

    private Set<String> offices(DataLine line) {
        String text = line.text(2, "municipalities (or 'all')");
        Set<String> ids = new LinkedHashSet<>();
        if (!text.equals("all")) {
            for (String id : text.split("\\s*,\\s*")) {
                ids.add(known(line, id, municipalities).id());
            }
        }
        return ids;
    }

    static Municipality known(DataLine line, String id, Map<String, Municipality> municipalities) {
        Municipality municipality = municipalities.get(id);
        if (municipality == null) {
            throw line.refused("unknown municipality '" + id + "': add it to municipalities.txt");
        }
        return municipality;
    }
}
