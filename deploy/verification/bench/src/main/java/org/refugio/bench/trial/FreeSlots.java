package org.refugio.bench.trial;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.refugio.e2e.ApiClient;

/**
 * Hands out hours that nobody holds yet, one after the other, so that every booking can succeed. Lawyers and rooms are
 * registered for it, because those of a running installation may be booked out.
 *
 * @param pairs a lawyer and a room each; fewer than there are cases, so that a case never has two appointments at once
 * @param cases the ids of the cases, which take turns
 */
record FreeSlots(LocalDate from, List<Pair> pairs, List<String> cases, AtomicInteger next) {

    private static final int PAIRS = 20;
    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 10;
    private static final int WORKING_DAYS = 5;

    private record Pair(String lawyer, String room) {}

    static FreeSlots withOwnStaff(ApiClient api, LocalDate today, List<String> cases) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= PAIRS; i++) {
            pairs.add(new Pair(
                    register(api, Map.of("kind", "LAWYER", "name", "Bench lawyer " + i, "languages", List.of("es"))),
                    register(api, Map.of("kind", "ROOM", "roomName", "Bench room " + i))));
        }
        LocalDate monday = today.plusDays(8L - today.getDayOfWeek().getValue());
        return new FreeSlots(monday.plusWeeks(1), pairs, cases, new AtomicInteger());
    }

    private static String register(ApiClient api, Map<String, Object> resource) {
        Map<String, Object> body = new HashMap<>(resource);
        body.put("office", CommandBodies.OFFICE);
        return api.post(CommandBodies.COORDINATOR, "/api/scheduling/v1/resources", body).expect2xx().path("aggregate")
                .asString();
    }

    /** The command that books the next free hour for the next case. */
    Map<String, Object> booking() {
        int n = next.getAndIncrement();
        Pair pair = pairs.get(n % pairs.size());
        int hour = n / pairs.size() % HOURS;
        int day = n / pairs.size() / HOURS;
        LocalDateTime start = from.plusWeeks(day / WORKING_DAYS).plusDays(day % WORKING_DAYS)
                .atTime(FIRST_HOUR + hour, 0);
        return Map.of("caseId", cases.get(n % cases.size()), "kind", "CONSULTATION", "localStart", start.toString(),
                "minutes", 60, "lawyerId", pair.lawyer(), "roomId", pair.room());
    }
}
