package org.refugio.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Two instances on one store, with many concurrent requests for the same hours and resources. */
@RefugioTest
@TestPropertySource(properties = {"refugio.scheduling.directory=classpath:directory-trial.json",
        "refugio.scheduling.leases.intent=3s", "refugio.scheduling.leases.looks-again=1s",
        "refugio.scheduling.leases.sweep-every=200ms", "logging.structured.format.console=",
        "refugio.admission.at-once=40"})
class ContentionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 600;
    private static final int CONCURRENT_REQUESTS = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private TestNamespace namespace;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private MongoDatabase database;

    private ConfigurableApplicationContext second;

    @BeforeEach
    void secondInstance() {
        second = new SpringApplicationBuilder(SchedulingApplication.class).initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new SystemEnvironmentPropertySource(
                    "refugio-systemEnvironment", namespace.variables("scheduling")));
            context.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("refugio-test", namespace.properties()));
        }).run("--server.port=0", "--refugio.scheduling.directory=classpath:directory-trial.json",
                "--refugio.scheduling.leases.intent=3s", "--refugio.scheduling.leases.looks-again=1s",
                "--refugio.scheduling.leases.sweep-every=200ms", "--logging.structured.format.console=",
                "--refugio.admission.at-once=40"); // no request of the crowd waits for a place
    }

    @AfterEach
    void stopSecondInstance() {
        second.close();
    }

    @Test
    void nothingIsDoubleBookedAndNoClaimIsLeft() throws InterruptedException {
        int otherPort = Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port"));
        TestOffice office = office(port);
        List<String> cases = IntStream.range(0, 8).mapToObj(_ -> office.openCase("ht")).toList();
        List<String> lawyers = office.ids("LAWYER");
        List<String> rooms = office.ids("ROOM");
        List<String> interpreters = List.of(office.interpreterSpeaking("ht"));
        ConcurrentLinkedQueue<String> booked = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> outcomes = new ConcurrentLinkedQueue<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(CONCURRENT_REQUESTS)) {
            for (int i = 0; i < ATTEMPTS; i++) {
                int seed = i;
                crowd.submit(() -> {
                    Random random = new Random(seed);
                    SchedulingTestClient staff = SchedulingTestClient.as(random.nextBoolean() ? port : otherPort,
                            "tapachula:scheduler");
                    LocalDateTime start = TestOffice.tuesday(1, 9, 0).plusMinutes(15L * random.nextInt(24));
                    outcomes.add(act(random, staff, start, booked, TestOffice.booking(any(cases, random), start,
                            any(lawyers, random), any(interpreters, random), any(rooms, random))));
                });
            }
        }
        IndependentCheck check = new IndependentCheck(database);
        check.noHolderIsDoubleBooked();
        await().atMost(TIMEOUT).until(check::nothingIsUnsettled);
        check.noHolderIsDoubleBooked();
        check.claimsAreExactlyThoseOfBookedAppointments();
        Map<String, Long> counted = outcomes.stream()
                .collect(Collectors.groupingBy(each -> each, java.util.TreeMap::new, Collectors.counting()));
        System.out.println("CONTENTION " + counted + " booked " + check.bookedCount());
        assertThat(outcomes).hasSize(ATTEMPTS);
        assertThat(counted.keySet()).isSubsetOf("book 200", "book already-taken", "book took-too-long",
                "move 200", "move already-taken", "move being-changed", "move changed-meanwhile",
                "move not-standing", "move took-too-long", "cancel 200", "cancel not-standing",
                "cancel changed-meanwhile");
        assertThat(check.bookedCount()).isPositive();
    }

    @Test
    void aBookingTakesLessThanASecond() {
        TestOffice office = office(port);
        List<String> cases = IntStream.range(0, 10).mapToObj(_ -> office.openCase("ht")).toList();
        String lawyer = office.lawyerSpeaking("es");
        String interpreter = office.interpreterSpeaking("ht");
        String room = office.ids("ROOM").getFirst();
        List<Long> micros = new ArrayList<>();
        for (int week = 2; week < 22; week++) {
            for (int hour = 8; hour < 18; hour++) {
                String body = TestOffice.booking(cases.get(hour - 8), TestOffice.tuesday(week, hour, 0), lawyer,
                        interpreter,
                        room);
                long before = System.nanoTime();
                assertThat(office.staff().post("/v1/appointments", body).status()).isEqualTo(200);
                micros.add((System.nanoTime() - before) / 1000);
            }
        }
        long[] sorted = micros.stream().skip(50).mapToLong(Long::longValue).sorted().toArray();
        System.out.println("LATENCY of a booking over HTTP, one client, n=" + sorted.length + " p50="
                + sorted[sorted.length / 2] + "us p95=" + sorted[sorted.length * 95 / 100] + "us max="
                + Arrays.stream(sorted).max().orElse(0) + "us");
        assertThat(sorted[sorted.length / 2]).isLessThan(1_000_000);
    }

    private static String act(Random random, SchedulingTestClient staff, LocalDateTime start,
            ConcurrentLinkedQueue<String> booked,
            String booking) {
        String id = booked.poll();
        int action = random.nextInt(30);
        if (id == null || action < 18) {
            if (id != null) {
                booked.add(id);
            }
            SchedulingTestClient.Reply reply = staff.post("/v1/appointments", booking);
            if (reply.status() == 200) {
                booked.add(reply.id());
            }
            return "book " + outcome(reply);
        }
        if (action < 29) {
            booked.add(id);
            return "move " + outcome(staff.seeingNow("/v1/appointments/" + id).post(
                    "/v1/appointments/" + id + "/reschedule", "{\"localStart\":\"" + start + "\"}"));
        }
        return "cancel " + outcome(
                staff.seeingNow("/v1/appointments/" + id).post("/v1/appointments/" + id + "/cancel", ""));
    }

    private static String outcome(SchedulingTestClient.Reply reply) {
        return reply.status() == 200 ? "200" : reply.problem();
    }

    private TestOffice office(int at) {
        return new TestOffice(SchedulingTestClient.as(at, "tapachula:scheduler"), topics, "tapachula");
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
