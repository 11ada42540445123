package org.refugio.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold of what was seen, as functions of it alone. Each answers the violations. */
final class InvariantRules {

    private InvariantRules() {
    }

    /** Per source aggregate every sequence from 1 on stands in the log, and first appears in order. */
    static List<String> gaps(List<TopicLog.Entry> log) {
        List<String> violations = new ArrayList<>();
        Map<String, Long> highest = new HashMap<>();
        for (TopicLog.Entry entry : log) {
            long seen = highest.getOrDefault(entry.aggregate(), 0L);
            if (entry.sequence() < 1 || entry.sequence() > seen + 1) {
                violations.add("gap before " + entry.type() + " " + entry.aggregate() + " " + entry.sequence());
            }
            highest.put(entry.aggregate(), Math.max(seen, entry.sequence()));
        }
        return violations;
    }

    /** Somebody or something that an appointment holds from {@code start} on. */
    record Held(String holder, String appointment, Instant start, Duration length) {

        Instant end() {
            return start.plus(length);
        }
    }

    /** Nobody and nothing is in two appointments at once. */
    static List<String> doubleBookings(List<Held> all) {
        List<String> violations = new ArrayList<>();
        Map<String, TreeMap<Instant, Held>> perHolder = new HashMap<>();
        for (Held each : all) {
            TreeMap<Instant, Held> taken = perHolder.computeIfAbsent(each.holder(), holder -> new TreeMap<>());
            Map.Entry<Instant, Held> before = taken.lowerEntry(each.end());
            if (before != null && before.getValue().end().isAfter(each.start())) {
                violations.add("double booking of " + each.holder() + ": " + each.appointment() + " and "
                        + before.getValue().appointment());
            }
            taken.put(each.start(), each);
        }
        return violations;
    }

    /**
     * What arrived is what the ledger says left: a message that is UNKNOWN may or may not have arrived, and nothing
     * arrived twice.
     */
    static List<String> sends(String caseId, int sent, int unknown, List<String> arrived) {
        List<String> violations = new ArrayList<>();
        if (arrived.size() < sent || arrived.size() > sent + unknown) {
            violations.add("case %s: the ledger says %d sent and %d unknown, but %d arrived".formatted(caseId, sent,
                    unknown, arrived.size()));
        }
        if (new HashSet<>(arrived).size() != arrived.size()) {
            violations.add("case " + caseId + ": a text arrived twice");
        }
        return violations;
    }
}
