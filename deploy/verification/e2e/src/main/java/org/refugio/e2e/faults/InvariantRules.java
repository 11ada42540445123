package org.refugio.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invariants as pure functions of the observations. Each returns the violations. */
final class InvariantRules {

    private InvariantRules() {
    }

    /** For each source aggregate the log contains every sequence from 1 on, first occurrences in order. */
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

    /** A person or room that an appointment reserves from {@code start} on. */
    record Held(String holder, String appointment, Instant start, Duration length) {

        Instant end() {
            return start.plus(length);
        }
    }

    /** No person and no room is in two appointments at the same time. */
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
     * The messages that arrived are those that are SENT in the ledger; an UNKNOWN message may have arrived, and no
     * message arrived twice.
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
