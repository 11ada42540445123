package org.refugio.legalclock.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.Verification;

/** {@code clock check}: whether a directory of data files is accepted, and what in it is not verified. */
final class CheckCommand {

    private CheckCommand() {
    }

    static void run(List<String> words, PrintStream out) {
        Options options = new Options(words, Set.of("json"));
        Path directory = Path.of(options.arguments(1, "./refugio clock check DIR").getFirst());
        if (!Files.isDirectory(directory)) {
            throw new UsageError("there is no directory " + directory);
        }
        LegalClock clock = LegalClock.read(directory);
        List<String> unverified = clock.calendars().stream().filter(CheckCommand::unverified)
                .map(AuthorityCalendar::authority).toList();
        if (options.has("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("rules", clock.rules().size());
            json.put("calendars", clock.calendars().size());
            json.put("municipalities", clock.municipalities().size());
            json.put("unverifiedCalendars", unverified);
            out.println(Json.write(json));
        } else {
            out.println("accepted: " + clock.rules().size() + " rules, " + clock.calendars().size() + " calendars, "
                    + clock.municipalities().size() + " municipalities");
            if (!unverified.isEmpty()) {
                out.println("unverified calendars: " + String.join(", ", unverified));
            }
        }
    }

    private static boolean unverified(AuthorityCalendar calendar) {
        return calendar.verification() instanceof Verification.Unverified
                || calendar.holidays().stream().anyMatch(set -> set.verification() instanceof Verification.Unverified);
    }
}
