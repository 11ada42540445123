package org.refugio.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.refugio.e2e.Answer;
import org.refugio.e2e.Api;
import org.refugio.e2e.Installation;
import tools.jackson.databind.JsonNode;

/**
 * Compares what clients were told with what the system now says, with what stands in the topics, and with what arrived
 * at the carriers. It shares no code with the services. Every rule answers the violations that it found.
 */
final class Checker {

    private static final List<String> SERVICES = List.of("intake", "document", "scheduling", "notification");
    private static final List<String> OFFICES = List.of("tapachula", "tijuana");

    private final Api api;
    private final Installation at;
    private final List<String> violations = new ArrayList<>();
    private long looked;

    Checker(Api api, Installation at) {
        this.api = api;
        this.at = at;
    }

    /** Everything that does not hold; empty when all does. */
    List<String> check(List<Acknowledged> history) {
        history.forEach(this::stillThere);
        lastDateStands(history);
        nobodyIsInTwoPlaces();
        SERVICES.forEach(this::logHasNoGap);
        eachNoticeOnce(history);
        if (looked == 0) {
            violations.add("nothing was looked at");
        }
        return List.copyOf(violations);
    }

    /** How many facts were compared. */
    long looked() {
        return looked;
    }

    /** Wait until nothing is on its way any more; what is parked or stuck is a violation. */
    void awaitCalm(Duration patience) {
        Instant end = Instant.now().plus(patience);
        String restless = "";
        while (Instant.now().isBefore(end)) {
            restless = restless();
            if (restless.isEmpty()) {
                return;
            }
            FrontDoor.pause(Duration.ofSeconds(1));
        }
        violations.add("not calm after " + patience.toSeconds() + " s: " + restless);
    }

    private String restless() {
        StringBuilder out = new StringBuilder();
        for (String service : SERVICES) {
            JsonNode state = api.get("coordinator.tapachula", "/api/" + service + "/v1/operations/state").expect2xx();
            for (String what : List.of("pending", "waiting", "parked")) {
                if (!state.path(what).isNumber() || state.path(what).asLong() != 0) {
                    out.append(service).append(' ').append(what).append(' ').append(state.path(what)).append("; ");
                }
            }
        }
        return out.toString();
    }

    private void stillThere(Acknowledged command) {
        looked++;
        String office = command.facts().get("office");
        switch (command.what()) {
            case "open-case" -> {
                expect(api.get("intake." + office, "/api/intake/v1/cases/" + command.caseId()), command);
                expect(api.get("intake." + office, "/api/document/v1/cases/" + command.caseId() + "/checklist"),
                        command);
            }
            case "upload" -> {
                JsonNode lines = expect(api.get("intake." + office,
                        "/api/document/v1/cases/" + command.caseId() + "/checklist"), command).path("lines");
                boolean there = lines.valueStream()
                        .anyMatch(line -> line.path("itemId").asString("").equals(command.facts().get("item"))
                                && line.path("uploads").size() == 1);
                hold(there, "the upload of case " + command.caseId() + " is not there exactly once");
            }
            case "book", "move" -> expect(
                    api.get("scheduler." + office, "/api/scheduling/v1/appointments/" + command.aggregate()), command);
            case "contact" -> {
                JsonNode found = expect(api.get("intake." + office, "/api/intake/v1/cases/" + command.caseId()),
                        command);
                hold(found.path("contact").path("phone").asString("").equals(command.facts().get("phone")),
                        "the contact of case " + command.caseId() + " is not the one that was acknowledged last");
            }
            default -> violations.add("the checker does not know " + command.what());
        }
    }

    private void lastDateStands(List<Acknowledged> history) {
        Map<String, Acknowledged> last = new HashMap<>();
        history.stream().filter(each -> each.facts().containsKey("localStart"))
                .forEach(each -> last.put(each.aggregate(), each));
        last.forEach((appointment, command) -> {
            looked++;
            JsonNode now = api.get("scheduler." + command.facts().get("office"),
                    "/api/scheduling/v1/appointments/" + appointment).body();
            hold(now.path("localStart").asString("").startsWith(command.facts().get("localStart")),
                    "appointment " + appointment + " is not at the acknowledged time");
            hold(now.path("revision").asString("").equals(command.facts().get("revision")),
                    "appointment " + appointment + " has revision " + now.path("revision"));
        });
    }

    private void nobodyIsInTwoPlaces() {
        for (String office : OFFICES) {
            Map<String, TreeMap<Instant, JsonNode>> perHolder = new HashMap<>();
            for (JsonNode appointment : standing(office)) {
                for (String part : List.of("lawyerId", "interpreterId", "roomId", "caseId")) {
                    if (appointment.path(part).isString()) {
                        overlaps(perHolder.computeIfAbsent(appointment.path(part).asString(), id -> new TreeMap<>()),
                                appointment, part);
                    }
                }
            }
        }
    }

    private void overlaps(TreeMap<Instant, JsonNode> taken, JsonNode appointment, String part) {
        looked++;
        Instant start = Instant.parse(appointment.path("start").asString());
        Instant end = start.plus(Duration.ofMinutes(appointment.path("minutes").asLong()));
        Map.Entry<Instant, JsonNode> before = taken.lowerEntry(end);
        boolean free = before == null || !before.getKey()
                .plus(Duration.ofMinutes(before.getValue().path("minutes").asLong())).isAfter(start);
        hold(free, "double booking of " + part + ": " + appointment.path("appointmentId") + " and "
                + (before == null ? "" : before.getValue().path("appointmentId")));
        taken.put(start, appointment);
    }

    private List<JsonNode> standing(String office) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = api.get("scheduler." + office,
                    "/api/scheduling/v1/appointments?office=" + office + "&page=" + number++).expect2xx();
            page.path("items").valueStream().filter(each -> !each.path("state").asString("").equals("CANCELLED"))
                    .forEach(all::add);
        } while (page.path("more").asBoolean(false));
        return all;
    }

    /** Per source aggregate every sequence from 1 on stands in the log, and first appears in order. */
    private void logHasNoGap(String service) {
        Map<String, Long> highest = new HashMap<>();
        for (TopicLog.Entry entry : new TopicLog(at.bootstrapServers()).read("refugio." + service)) {
            looked++;
            long seen = highest.getOrDefault(entry.aggregate(), 0L);
            if (entry.sequence() > seen + 1) {
                violations.add("gap in " + service + " before " + entry.aggregate() + " " + entry.sequence());
            }
            highest.put(entry.aggregate(), Math.max(seen, entry.sequence()));
        }
    }

    /** Every first booking confirms by SMS once (or is UNKNOWN where a crash hit the very call), and nothing is doubled. */
    private void eachNoticeOnce(List<Acknowledged> history) {
        Set<String> phones = new HashSet<>();
        history.stream().filter(each -> each.facts().containsKey("phone")).map(each -> each.facts().get("phone"))
                .forEach(phones::add);
        for (String phone : phones) {
            looked++;
            List<String> texts = api.carriers("/api/phones/" + phone.replace("+", "%2B") + "/messages").valueStream()
                    .map(each -> each.path("text").asString()).toList();
            hold(texts.size() == new HashSet<>(texts).size(), "a text arrived twice at one phone");
        }
    }

    private JsonNode expect(Answer answer, Acknowledged command) {
        hold(answer.status() == 200, command.what() + " " + command.aggregate() + " is lost: " + answer.request() + " "
                + answer.status());
        return answer.body();
    }

    private void hold(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
