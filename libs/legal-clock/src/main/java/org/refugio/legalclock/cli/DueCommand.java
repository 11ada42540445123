package org.refugio.legalclock.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.refugio.legalclock.Deadline;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.SkippedDay;
import org.refugio.legalclock.explanation.DeadlinePicture;
import org.refugio.legalclock.explanation.DeadlineText;

/** {@code clock due}: one deadline as a text or as JSON, and as a picture if asked for. */
final class DueCommand {

    private static final Set<String> OPTIONS = Set.of("rule", "from", "office", "extension", "calendars", "json",
            "svg", "lang");

    private DueCommand() {
    }

    static void run(List<String> words, PrintStream out) {
        Options options = new Options(words, OPTIONS);
        options.arguments(0, "./refugio clock due --rule ID --from YYYY-MM-DD");
        Locale language = Inputs.language(options);
        LegalClock clock = Inputs.clock(options);
        DeadlineRequest request = new DeadlineRequest(options.required("rule"), options.date("from"),
                Inputs.municipality(options, clock),
                options.get("extension").map(days -> options.number("extension", days)).orElse(0));
        Deadline deadline = clock.due(request);
        options.get("svg").ifPresent(file -> write(file, DeadlinePicture.svg(deadline, language)));
        if (options.has("json")) {
            out.println(Json.write(json(deadline)));
        } else {
            out.print(DeadlineText.explain(deadline, language));
        }
    }

    private static Map<String, Object> json(Deadline deadline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", deadline.rule());
        json.put("from", deadline.from());
        json.put("nominal", deadline.nominal());
        json.put("earliestDefensible", deadline.earliestDefensible());
        json.put("nominalInstant", deadline.nominalInstant());
        json.put("skipped", deadline.skipped().stream().map(DueCommand::json).toList());
        json.put("citations", deadline.citations());
        json.put("warnings", deadline.warnings());
        json.put("suspendedSince", deadline.count().suspendedSince().orElse(null));
        json.put("municipality", deadline.count().municipality().id());
        json.put("ruleVersion", deadline.ruleVersion());
        json.put("calendarVersion", deadline.calendarVersion());
        return json;
    }

    static Map<String, Object> json(SkippedDay day) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", day.date());
        json.put("why", day.why());
        json.put("citation", day.citation());
        return json;
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    "--svg: cannot write " + file + ": choose a file in a directory that exists (" + e + ")");
        }
    }
}
