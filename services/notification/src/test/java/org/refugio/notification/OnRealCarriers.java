package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.refugio.clock.DomainClock;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Base of tests of the service on a real broker, store and carriers, with a movable clock. */
@RefugioTest
abstract class OnRealCarriers {

    static final ZoneId ZONE = ZoneId.of("America/Tijuana");

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestNamespace namespace;

    @Autowired
    protected TopicRecords topics;

    @Autowired
    protected DomainClock clock;

    @Autowired
    private Privacy privacy;

    protected TestOffice office;

    @DynamicPropertySource
    static void externalSystems(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    static Map<String, Object> settings() {
        return Map.of("refugio.clock", "movable", "refugio.movable-clock.every", "20ms",
                "refugio.carriers.smpp.port", Integer.toString(TestCarriers.CARRIERS.smppPort()),
                "refugio.carriers.smtp.port",
                Integer.toString(TestCarriers.CARRIERS.smtpPort()), "refugio.notification.scheduling-urls",
                TestCarriers.SCHEDULING.url());
    }

    @BeforeEach
    void startInTheMorning() {
        TestCarriers.reset();
        office = new TestOffice(topics, privacy, TestCarriers.SCHEDULING, ZONE);
        moveTo(today().plusDays(1).atTime(10, 0));
    }

    @AfterEach
    void resetCarriers() {
        TestCarriers.reset();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The time that many days ahead. */
    LocalDateTime in(int days, String time) {
        return today().plusDays(days).atTime(LocalTime.parse(time));
    }

    void moveTo(LocalDateTime local) {
        Instant to = local.atZone(ZONE).toInstant();
        if (to.isAfter(clock.instant())) {
            clock.moveTo(to);
        }
    }

    TestHttpClient staff() {
        return TestHttpClient.as(port, "tijuana:coordinator");
    }

    /** The items of all pages of a list. */
    static List<JsonNode> items(TestHttpClient client, String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = client.get(path + "?page=" + number++).body();
            page.path("items").forEach(items::add);
        } while (page.path("more").asBoolean());
        return items;
    }

    /** States of a case's messages in the log, for instance {@code CONFIRMATION SMS SENT}. */
    List<String> log(String caseId) {
        return staff().get("/v1/messages?caseId=" + caseId).body().path("items").valueStream()
                .map(each -> "%s %s %s".formatted(each.path("kind").asString(), each.path("channel").asString(),
                        each.path("status").asString()))
                .sorted().toList();
    }

    /** Waits until this many messages were sent to this person, and none is in another state. */
    void awaitSent(String caseId, int count) {
        eventually().untilAsserted(
                () -> assertThat(log(caseId)).hasSize(count).allMatch(each -> each.endsWith("SENT")));
    }

    List<TopicRecords.Found> published(String type, String caseId) {
        return topics.read("notification").stream().filter(each -> each.type().equals(type))
                .filter(each -> each.value().contains(caseId)).toList();
    }

    static ConditionFactory eventually() {
        // a carrier that drops a connection throws in its own thread
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50));
    }

    /** The condition holds and continues to hold. */
    static ConditionFactory continuously() {
        return await().dontCatchUncaughtExceptions().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(100));
    }
}
