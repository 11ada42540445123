package org.refugio.legalclock.property;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.model.ModelData;
import org.refugio.legalclock.model.ModelFiles;

/**
 * Many cases over one calendar: reading and compiling a calendar costs as much as thousands of answers. The system
 * property {@code legal-clock.cases} lowers the number, for mutation runs.
 */
final class Batch {

    static final int CASES = Integer.getInteger("legal-clock.cases", 3400);

    private static long done;

    private Batch() {
    }

    static void of(ModelData data, long seed, Consumer<RandomCase> law) {
        of(data, seed, CASES, law);
    }

    static void of(ModelData data, long seed, int cases, Consumer<RandomCase> law) {
        Random random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            law.accept(RandomCase.of(data, random));
        }
        done += cases;
    }

    static long done() {
        return done;
    }

    /** The library's clock over this data, by way of its files. */
    static LegalClock clock(ModelData data) {
        try {
            Path directory = Files.createTempDirectory("legal-clock");
            try {
                ModelFiles.write(data, directory);
                return LegalClock.read(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(directory)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : paths) {
            Files.delete(each);
        }
    }
}
