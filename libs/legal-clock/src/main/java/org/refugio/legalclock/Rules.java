package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.Extension;
import org.refugio.legalclock.data.UndecidedRule;

/** Finds the rule of a request and refuses what it does not allow. */
final class Rules {

    private final Map<String, List<DeadlineRule>> byId = new LinkedHashMap<>();

    Rules(List<DeadlineRule> rules) {
        rules.forEach(rule -> byId.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule));
    }

    CountedRule of(DeadlineRequest request) {
        List<DeadlineRule> versions = byId.get(request.rule());
        if (versions == null) {
            throw new DeadlineNotComputable("there is no rule '" + request.rule() + "': use one of "
                    + String.join(", ", byId.keySet()));
        }
        return switch (inForce(versions, request.from())) {
            case UndecidedRule rule -> throw new DeadlineNotComputable(
                    "rule '" + rule.id() + "' has no default: " + rule.undecided().en());
            case CountedRule rule -> {
                checkExtension(rule, request.extensionDays());
                yield rule;
            }
        };
    }

    /** The version in force on the day; when there is none the nearest, which the answer warns about. */
    private static DeadlineRule inForce(List<DeadlineRule> versions, LocalDate day) {
        DeadlineRule nearest = versions.getFirst();
        long least = distance(nearest, day);
        for (DeadlineRule version : versions) {
            if (distance(version, day) < least) {
                least = distance(version, day);
                nearest = version;
            }
        }
        return nearest;
    }

    private static long distance(DeadlineRule version, LocalDate day) {
        if (!(version instanceof CountedRule rule) || rule.effective().includes(day)) {
            return 0;
        }
        return day.isBefore(rule.effective().from())
                ? rule.effective().from().toEpochDay() - day.toEpochDay()
                : day.toEpochDay() - rule.effective().until().toEpochDay();
    }

    private static void checkExtension(CountedRule rule, int days) {
        if (days == 0) {
            return;
        }
        if (days < 0) {
            throw new DeadlineNotComputable("an extension of " + days + " days is not possible: give 0 or more");
        }
        switch (rule.extension()) {
            case Extension.NotAllowed() -> throw new DeadlineNotComputable(
                    "rule '" + rule.id() + "' (" + rule.citation() + ") allows no extension");
            case Extension.Undecided(var text) -> throw new DeadlineNotComputable(
                    "the extension of rule '" + rule.id() + "' has no default length: " + text.en());
            case Extension.Once(int most, var grounds) -> {
                if (days > most) {
                    throw new DeadlineNotComputable("rule '" + rule.id() + "' (" + rule.citation()
                            + ") allows an extension of at most " + most + " days, not " + days);
                }
            }
        }
    }
}
