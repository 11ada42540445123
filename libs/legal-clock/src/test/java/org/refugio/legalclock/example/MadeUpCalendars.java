package org.refugio.legalclock.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.legalclock.LegalClock;

/** The calendars of the worked examples, by the name that the examples use. */
public final class MadeUpCalendars {

    public static final Path DATA = Path.of("src/test/resources/legal-clock");

    private MadeUpCalendars() {
    }

    /** @param later an empty directory for the calendars in which the open-ended suspension has an end */
    public static Map<String, LegalClock> clocks(Path later) throws IOException {
        copy(DATA.resolve("made-up"), later);
        copy(DATA.resolve("made-up-later"), later);
        return Map.of("shipped", LegalClock.shipped(), "made-up", LegalClock.read(DATA.resolve("made-up")),
                "made-up-later", LegalClock.read(later));
    }

    public static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path each : files) {
            Path target = to.resolve(from.relativize(each).toString());
            Files.createDirectories(target.getParent());
            Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
