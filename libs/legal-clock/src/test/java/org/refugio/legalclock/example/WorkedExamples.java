package org.refugio.legalclock.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code worked-examples.txt}. */
final class WorkedExamples {

    private static final Set<String> KEYWORDS = Set.of("calendar", "rule", "from", "extension", "nominal", "earliest",
            "closes", "skipped", "count", "articles");

    private WorkedExamples() {
    }

    static List<WorkedExample> read(Path file) throws IOException {
        List<WorkedExample> examples = new ArrayList<>();
        int number = 0;
        String keyword = "";
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split("\\s+", 2);
            if (line.startsWith("example")) {
                examples.add(WorkedExample.starting(number, parts[1]));
            } else if (line.startsWith(" ")) {
                examples.getLast().fields().merge(keyword, line.strip(), (one, other) -> one + " " + other);
            } else if (!KEYWORDS.contains(parts[0])
                    || examples.getLast().fields().putIfAbsent(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("line " + number + ": unexpected '" + parts[0] + "'");
            }
            keyword = parts[0];
        }
        return examples;
    }
}
