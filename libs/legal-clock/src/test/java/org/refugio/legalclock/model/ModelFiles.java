package org.refugio.legalclock.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link ModelData} as a data directory that the library reads. */
public final class ModelFiles {

    private static final String UNVERIFIED = "unverified made up for a test";

    private ModelFiles() {
    }

    public static void write(ModelData data, Path directory) {
        List<String> municipalities = new ArrayList<>();
        data.zones().forEach((id, zone) -> municipalities.add("municipality " + id + " | " + id + " | " + zone));
        write(directory.resolve("municipalities.txt"), municipalities);
        data.laws().forEach((id, holidays) -> write(directory.resolve("holidays/" + id + ".txt"), law(id, holidays)));
        data.authorities().forEach(each -> write(directory.resolve("calendars/" + each.id() + ".txt"), calendar(each)));
        List<String> rules = new ArrayList<>(List.of("version made-up"));
        data.rules().forEach(each -> rules.addAll(rule(each)));
        write(directory.resolve("rules.txt"), rules);
    }

    private static List<String> law(String id, List<ModelHoliday> holidays) {
        List<String> lines = new ArrayList<>(List.of("law " + id, "version made-up", UNVERIFIED));
        for (ModelHoliday each : holidays) {
            lines.add(each.line() + (each.from() == null ? "" : " | from " + each.from())
                    + (each.until() == null ? "" : " | until " + each.until()));
        }
        return lines;
    }

    private static List<String> calendar(ModelAuthority authority) {
        List<String> lines = new ArrayList<>(List.of("authority " + authority.id(), "version made-up", UNVERIFIED));
        authority.laws().forEach(each -> lines.add("holidays " + each));
        authority.alsoInvoked().forEach(each -> lines.add("also-invoked " + each));
        lines.add("hours 08:00 " + authority.closing() + " | art. H");
        lines.add("default-municipality " + authority.municipality());
        authority.closures().forEach(each -> lines.add(each.line("closure")));
        authority.suspensions().forEach(each -> lines.add(each.line("suspension")));
        return lines;
    }

    private static List<String> rule(ModelRule rule) {
        List<String> lines = new ArrayList<>(List.of("rule " + rule.id(), "title es | " + rule.id(),
                "title en | " + rule.id(), "value " + rule.value(),
                "unit " + (rule.workingDays() ? "working-days" : "calendar-days"), "trigger made up",
                "authority " + rule.authority(), "citation art. R", "certainty A", "effective 1996-01-01",
                "non-working-last-day " + (rule.rolls() ? "next-working-day | art. N" : "as-is"),
                "verified nobody | 2026-11-26"));
        if (rule.extension() > 0) {
            lines.add("extension " + rule.extension() + " once | made up");
        }
        return lines;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
