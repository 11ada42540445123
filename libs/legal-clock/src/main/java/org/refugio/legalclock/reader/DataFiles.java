package org.refugio.legalclock.reader;

import java.util.List;
import org.refugio.legalclock.data.InvalidCalendarData;

/** Where the data files are. */
sealed interface DataFiles permits DirectoryFiles, ShippedFiles {

    /** The names of the calendar files, sorted, for instance {@code calendars/comar.txt}. */
    List<String> calendars();

    /** Whether there is such a file. */
    boolean has(String file);

    /**
     * The lines of a file.
     *
     * @throws InvalidCalendarData when it cannot be read
     */
    List<String> lines(String file);
}
