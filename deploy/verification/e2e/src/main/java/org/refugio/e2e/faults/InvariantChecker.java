package org.refugio.e2e.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.Installation;
import tools.jackson.databind.JsonNode;

/**
 * Compares the responses that clients received with the state of the system, the content of the topics, and the
 * messages at the carriers. It shares no code with the services. Every rule returns the violations that it found.
 */
final class InvariantChecker {

    private static final List<String> SERVICES = List.of("intake", "document", "scheduling", "notification");
    private static final List<String> OFFICES = List.of("tapachula", "tijuana");

    private final ApiClient api;
    private final Installation at;
    private final List<String> violations = new ArrayList<>();
    private long looked;

    InvariantChecker(ApiClient api, Installation at) {
        this.api = api;
        this.at = at;
    }

    /** All violations; empty when there are none. */
    List<String> check(List<AcknowledgedCommand> history) {
        history.forEach(this::stillThere);
        lastDateStands(history);
        nobodyIsInTwoPlaces();
        SERVICES.forEach(this::logHasNoGap);
        whatLeftArrivedOnce(history);
        if (looked == 0) {
            violations.add("nothing was looked at");
        }
        return List.copyOf(violations);
    }

    /** The number of compared facts. */
    long looked() {
        return looked;
    }

    /** Wait until no event is pending; a parked or waiting event is a violation. */
    void awaitCalm(Duration patience) {
        Instant end = Instant.now().plus(patience);
        String restless = "";
        while (Instant.now().isBefore(end)) {
            restless = restless();
            if (restless.isEmpty()) {
                return;
            }
            RefugioCommandLine.pause(Duration.ofSeconds(1));
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
        for (String state : List.of("PENDING", "SENDING")) {
            for (String office : OFFICES) {
                int open = api.get("scheduler." + office, "/api/notification/v1/messages?state=" + state).expect2xx()
                        .path("items").size();
                if (open > 0) {
                    out.append(open).append(" messages ").append(state).append("; ");
                }
            }
        }
        return out.toString();
    }

    private void stillThere(AcknowledgedCommand command) {
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

    private void lastDateStands(List<AcknowledgedCommand> history) {
        Map<String, AcknowledgedCommand> last = new HashMap<>();
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
            List<InvariantRules.Held> held = new ArrayList<>();
            for (JsonNode appointment : standing(office)) {
                for (String part : List.of("lawyerId", "interpreterId", "roomId", "caseId")) {
                    if (appointment.path(part).isString()) {
                        held.add(new InvariantRules.Held(appointment.path(part).asString(),
                                appointment.path("appointmentId").asString(),
                                Instant.parse(appointment.path("start").asString()),
                                Duration.ofMinutes(appointment.path("minutes").asLong())));
                    }
                }
            }
            looked += held.size();
            violations.addAll(InvariantRules.doubleBookings(held));
        }
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

    private void logHasNoGap(String service) {
        List<TopicLog.Entry> log = new TopicLog(at.bootstrapServers()).read("refugio." + service);
        looked += log.size();
        violations.addAll(InvariantRules.gaps(log));
    }

    /** Per case: the ledger compared with the messages that arrived at every phone that the case has had. */
    private void whatLeftArrivedOnce(List<AcknowledgedCommand> history) {
        Map<String, Set<String>> phones = new HashMap<>();
        Map<String, String> offices = new HashMap<>();
        for (AcknowledgedCommand each : history) {
            offices.put(each.caseId(), each.facts().get("office"));
            if (each.facts().containsKey("phone")) {
                phones.computeIfAbsent(each.caseId(), id -> new HashSet<>()).add(each.facts().get("phone"));
            }
        }
        phones.forEach((caseId, numbers) -> {
            looked++;
            JsonNode ledger = api.get("scheduler." + offices.get(caseId),
                    "/api/notification/v1/messages?caseId=" + caseId).expect2xx().path("items");
            List<String> arrived = numbers.stream().flatMap(this::texts).toList();
            violations.addAll(InvariantRules.sends(caseId, count(ledger, "SENT"), count(ledger, "UNKNOWN"), arrived));
        });
    }

    private Stream<String> texts(String phone) {
        return api.carriers("/api/phones/" + phone.replace("+", "%2B") + "/messages").valueStream()
                .map(each -> each.path("text").asString());
    }

    private static int count(JsonNode ledger, String status) {
        return (int) ledger.valueStream().filter(each -> each.path("status").asString("").equals(status)).count();
    }

    private JsonNode expect(ApiResponse answer, AcknowledgedCommand command) {
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
