package org.refugio.legalclock.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.refugio.legalclock.data.InvalidCalendarData;

/** The files inside the library. A jar cannot be listed portably, so that the calendars are named here. */
record ShippedFiles() implements DataFiles {

    private static final String ROOT = "/legal-clock/";

    @Override
    public List<String> calendars() {
        return List.of("calendars/comar.txt", "calendars/data-controller.txt", "calendars/federal-courts.txt",
                "calendars/inm.txt", "calendars/sre.txt", "calendars/tfja.txt");
    }

    @Override
    public boolean has(String file) {
        return ShippedFiles.class.getResource(ROOT + file) != null;
    }

    @Override
    public List<String> lines(String file) {
        try (InputStream in = ShippedFiles.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new InvalidCalendarData(file, 0, "is not in the library");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
