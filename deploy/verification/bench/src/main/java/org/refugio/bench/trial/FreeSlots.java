package org.refugio.bench.trial;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.refugio.e2e.ApiClient;
import tools.jackson.databind.JsonNode;

/**
 * Hands out hours that nobody holds yet, one after the other, so that every booking can succeed.
 *
 * @param pairs a lawyer and a room each
 */
record FreeSlots(LocalDate from, List<Pair> pairs, AtomicInteger next) {

    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 10;
    private static final int WORKING_DAYS = 5;

    private record Pair(String lawyer, String room) {}

    static FreeSlots of(ApiClient api, LocalDate today) {
        JsonNode items = api.get(CommandBodies.SCHEDULER, "/api/scheduling/v1/resources?office=" + CommandBodies.OFFICE)
                .expect2xx()
                .path("items");
        List<String> lawyers = ofKind(items, "LAWYER");
        List<String> rooms = ofKind(items, "ROOM");
        List<Pair> pairs = java.util.stream.IntStream.range(0, Math.min(lawyers.size(), rooms.size()))
                .mapToObj(i -> new Pair(lawyers.get(i), rooms.get(i))).toList();
        LocalDate monday = today.plusDays(8L - today.getDayOfWeek().getValue());
        return new FreeSlots(monday.plusWeeks(1), pairs, new AtomicInteger());
    }

    private static List<String> ofKind(JsonNode items, String kind) {
        return items.valueStream().filter(each -> each.path("kind").asString().equals(kind))
                .map(each -> each.path("resourceId").asString()).toList();
    }

    /** The command that books the next free hour. */
    Map<String, Object> booking(String caseId) {
        int n = next.getAndIncrement();
        Pair pair = pairs.get(n % pairs.size());
        int hour = n / pairs.size() % HOURS;
        int day = n / pairs.size() / HOURS;
        LocalDateTime start = from.plusWeeks(day / WORKING_DAYS).plusDays(day % WORKING_DAYS)
                .atTime(FIRST_HOUR + hour, 0);
        return Map.of("caseId", caseId, "kind", "CONSULTATION", "localStart", start.toString(), "minutes", 60,
                "lawyerId", pair.lawyer(), "roomId", pair.room());
    }
}
