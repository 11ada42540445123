package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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

/** The service on the real broker, store and carriers, with a clock that can be moved. */
@RefugioTest
abstract class OnRealCarriers {

    static final ZoneId ZONE = ZoneId.of("America/Tijuana");

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestNamespace world;

    @Autowired
    protected TopicRecords records;

    @Autowired
    protected DomainClock clock;

    @Autowired
    private Privacy privacy;

    protected TestOffice town;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    static Map<String, Object> settings() {
        return Map.of("refugio.clock", "movable", "refugio.movable-clock.every", "20ms",
                "refugio.sms.port", Integer.toString(TestCarriers.CARRIERS.smppPort()), "refugio.email.port",
                Integer.toString(TestCarriers.CARRIERS.smtpPort()), "refugio.notification.scheduling-urls",
                TestCarriers.SCHEDULING.url());
    }

    @BeforeEach
    void aFineMorning() {
        TestCarriers.calm();
        town = new TestOffice(records, privacy, TestCarriers.SCHEDULING, ZONE);
        moveTo(today().plusDays(1).atTime(10, 0));
    }

    @AfterEach
    void calm() {
        TestCarriers.calm();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** So many days ahead. */
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

    /** States of a case's messages in the log, for instance {@code CONFIRMATION SMS SENT}. */
    List<String> log(String caseId) {
        return staff().get("/v1/messages?caseId=" + caseId).body().path("items").valueStream()
                .map(each -> "%s %s %s".formatted(each.path("kind").asString(), each.path("channel").asString(),
                        each.path("status").asString()))
                .sorted().toList();
    }

    /** Wait until so many messages have left to this person, and none is in any other state. */
    void sent(String caseId, int count) {
        patiently().untilAsserted(
                () -> assertThat(log(caseId)).hasSize(count).allMatch(each -> each.endsWith("SENT")));
    }

    List<TopicRecords.Found> published(String type, String caseId) {
        return records.read("notification").stream().filter(each -> each.type().equals(type))
                .filter(each -> each.value().contains(caseId)).toList();
    }

    static ConditionFactory patiently() {
        // a carrier that drops a connection on purpose does so by a throw in a thread of its own
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50));
    }

    /** It holds now and goes on holding. */
    static ConditionFactory steadily() {
        return await().dontCatchUncaughtExceptions().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(100));
    }
}
