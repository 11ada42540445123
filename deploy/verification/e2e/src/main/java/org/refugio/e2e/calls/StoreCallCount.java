package org.refugio.e2e.calls;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;
import org.refugio.e2e.faults.OfficeHours;
import tools.jackson.databind.JsonNode;

/**
 * Counts the store calls of some commands on a running installation: each is sent several times, all effects are awaited,
 * and what the idle installation does in the same time is subtracted. The requests that prepare a command are not counted.
 */
public final class StoreCallCount {

    private static final int REPETITIONS = 20;
    private static final int HOURS = 10;
    private static final int FIRST_HOUR = 8;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** Longer than every effect takes on a machine that is not loaded. */
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final String OFFICE = "tapachula";

    private final Installation at;
    private final ApiClient api;
    private final LocalDate today;

    private StoreCallCount(Installation at) {
        this.at = at;
        this.api = new ApiClient(at);
        this.today = OfficeHours.begin(api);
    }

    /**
     * Counts all operations and compares them with their limits and with the table in {@code docs/performance.md}; writes
     * the table instead of comparing it with {@code -Drefugio.calls.write=true}.
     *
     * @throws UnexpectedResult when an operation costs more than its limit, or the table describes other operations
     */
    public static void check(Installation at, Path root) {
        Map<CountedOperation, StoreCalls> counted = new StoreCallCount(at).count();
        String table = StoreCallTable.of(counted);
        Path document = root.resolve("docs/performance.md");
        if (Boolean.getBoolean("refugio.calls.write")) {
            StoreCallTable.write(document, table);
        }
        counted.forEach((operation, calls) -> {
            double measured = operation.measure(calls);
            if (measured <= 0 || measured > operation.limit()) {
                throw new UnexpectedResult("%s: %.1f store calls, the limit is %d%n%s%n%s".formatted(operation.title(),
                        measured, operation.limit(), table, calls.counts()));
            }
        });
        if (!StoreCallTable.shape(StoreCallTable.read(document)).equals(StoreCallTable.shape(table))) {
            throw new UnexpectedResult("the table in docs/performance.md is outdated: run CommandLineIT with "
                    + "-Drefugio.calls.write=true\n" + table);
        }
    }

    private Map<CountedOperation, StoreCalls> count() {
        sendOne(); // the first command of each kind fills caches
        pause(SETTLE);
        StoreCalls before = StoreCalls.of(at);
        long began = System.nanoTime();
        pause(IDLE);
        StoreCalls idle = StoreCalls.of(at).since(before, 1 / secondsSince(began));
        List<String> cases = new ArrayList<>();
        Map<CountedOperation, StoreCalls> counted = new EnumMap<>(CountedOperation.class);
        counted.put(CountedOperation.OPEN, costOf(idle, REPETITIONS, i -> cases.add(openCase())));
        List<Runnable> acceptances = cases.stream().map(this::uploaded).toList();
        counted.put(CountedOperation.ACCEPT, costOf(idle, acceptances));
        List<Runnable> contacts = cases.stream().map(this::newContact).toList();
        counted.put(CountedOperation.CONTACT, costOf(idle, contacts));
        List<Runnable> bookings = bookings(cases);
        counted.put(CountedOperation.BOOK, costOf(idle, bookings));
        counted.put(CountedOperation.IDLE, idle);
        return counted;
    }

    private void sendOne() {
        String caseId = openCase();
        uploaded(caseId).run();
        newContact(caseId).run();
    }

    private StoreCalls costOf(StoreCalls idle, List<Runnable> commands) {
        return costOf(idle, commands.size(), i -> commands.get(i).run());
    }

    private StoreCalls costOf(StoreCalls idle, int times, java.util.function.IntConsumer command) {
        pause(SETTLE);
        StoreCalls before = StoreCalls.of(at);
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            command.accept(i);
        }
        pause(SETTLE);
        return StoreCalls.of(at).since(before, 1).without(idle, secondsSince(began)).times(1.0 / times);
    }

    private String openCase() {
        int number = anyNumber();
        Map<String, Object> body = Map.of("office", OFFICE, "language", "es", "person",
                Map.of("fullName", "Persona Inventada " + number, "callName", "Persona", "nationality", "HN"),
                "contact", Map.of("phone", "+52962" + number, "email", "p" + number + "@example.org"), "consent",
                Map.of("sms", true, "email", false), "consentGiven", true, "entryDate", today.minusDays(2).toString());
        return api.post("intake." + OFFICE, "/api/intake/v1/cases", body).expect2xx().path("aggregate").asString();
    }

    /** Uploads a document; returns the command that accepts it. */
    private Runnable uploaded(String caseId) {
        String path = "/api/document/v1/cases/" + caseId;
        String item = checklist(path).path("lines").get(0).path("itemId").asString();
        api.upload("intake." + OFFICE, path + "/items/" + item + "/uploads", "papel.pdf", "application/pdf",
                "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), UUID.randomUUID().toString())
                .expect2xx();
        JsonNode checklist = checklist(path);
        Map<String, Object> body = Map.of("uploadId",
                checklist.path("lines").get(0).path("uploads").get(0).path("uploadId").asString());
        return () -> api.post("legal." + OFFICE, path + "/items/" + item + "/accept", body,
                UUID.randomUUID().toString(), checklist.path("etag").asString()).expect2xx();
    }

    private JsonNode checklist(String path) {
        return Awaitility.await().until(() -> api.get("legal." + OFFICE, path + "/checklist"),
                answer -> answer.status() == 200).body();
    }

    private Runnable newContact(String caseId) {
        String path = "/api/intake/v1/cases/" + caseId;
        String etag = api.get("intake." + OFFICE, path).expect2xx().path("etag").asString();
        int number = anyNumber();
        Map<String, Object> body = Map.of("contact", Map.of("phone", "+52962" + number, "email", "q" + number
                + "@example.org"), "consent", Map.of("sms", true, "email", false));
        return () -> api.post("intake." + OFFICE, path + "/contact", body, UUID.randomUUID().toString(), etag)
                .expect2xx();
    }

    /** A booking for each case, each at an hour of its own. */
    private List<Runnable> bookings(List<String> cases) {
        JsonNode resources = api.get("scheduler." + OFFICE, "/api/scheduling/v1/resources?office=" + OFFICE)
                .expect2xx().path("items");
        String lawyer = first(resources, "LAWYER");
        String room = first(resources, "ROOM");
        LocalDate monday = today.plusDays(15L - today.getDayOfWeek().getValue());
        List<Runnable> bookings = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Map<String, Object> body = Map.of("caseId", cases.get(i), "kind", "CONSULTATION", "localStart",
                    monday.plusDays(i / HOURS).atTime(FIRST_HOUR + i % HOURS, 0).toString(), "minutes", 60, "lawyerId",
                    lawyer, "roomId", room);
            bookings.add(() -> {
                ApiResponse answer = api.post("scheduler." + OFFICE, "/api/scheduling/v1/appointments", body);
                answer.expect2xx();
            });
        }
        return bookings;
    }

    private static String first(JsonNode resources, String kind) {
        return resources.valueStream().filter(each -> each.path("kind").asString().equals(kind)).findFirst()
                .orElseThrow().path("resourceId").asString();
    }

    private static int anyNumber() {
        return ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** A measuring time, not a wait for a result. */
    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
