package org.refugio.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.Channel;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Commands on an appointment that has changed since their sender saw it. */
@RefugioTest
@TestPropertySource(properties = {"refugio.scheduling.directory=classpath:directory-trial.json",
        "logging.structured.format.console="})
class SeenStateIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final AtomicInteger WEEK = new AtomicInteger(1);

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    private SchedulingTestClient staff;
    private String caseId;
    private String path;
    private LocalDateTime start;

    @BeforeEach
    void anAppointment() {
        staff = SchedulingTestClient.as(port, "tapachula:scheduler");
        TestOffice office = new TestOffice(staff, topics, "tapachula");
        caseId = office.openCase("es");
        start = TestOffice.tuesday(WEEK.getAndIncrement(), 10, 0);
        path = "/v1/appointments/" + staff.post("/v1/appointments", TestOffice.booking(caseId, start,
                office.lawyerSpeaking("es"), null, office.ids("ROOM").getFirst())).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "held", "missed", "confirm", "reschedule"})
    void aCommandOnAnAppointmentThatWasMovedSinceIsRefusedAndNothingHappens(String command) {
        SchedulingTestClient stale = staff.seeingNow(path);
        assertThat(stale.post(path + "/reschedule", moveBy(2)).status()).isEqualTo(200);
        String before = staff.get(path).body().toString();
        SchedulingTestClient.Reply refused = stale.post(path + "/" + command, body(command));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("changed-meanwhile");
        assertThat(staff.get(path).body()).hasToString(before);
    }

    @Test
    void theRefusalDescribesBothStatesAndTheCommandIsRepeatedInViewOfTheCurrentOne() {
        SchedulingTestClient stale = staff.seeingNow(path);
        stale.post(path + "/reschedule", moveBy(2));
        SchedulingTestClient.Reply refused = stale.post(path + "/cancel", "");
        assertThat(refused.body().path("detail").asString()).matches("Ahora: .* 12:00; está agendada, la persona no "
                + "ha contestado \\(fecha número 2\\)\\. Usted había visto: está agendada, la persona no ha contestado "
                + "\\(fecha número 1\\)\\. .*");
        String etag = refused.body().path("etag").asString();
        assertThat(etag).isEqualTo(staff.get(path).body().path("etag").asString());
        assertThat(staff.seeing(etag).post(path + "/cancel", "").status()).isEqualTo(200);
    }

    @Test
    void anAnswerSinceRefusesACancellationAndAMoveButNotTheAttendance() {
        SchedulingTestClient stale = staff.seeingNow(path);
        reply(ReplyMeaning.CONFIRMS);
        await().atMost(TIMEOUT).until(() -> staff.get(path).body().path("answer").asString().equals("CONFIRMED"));
        assertThat(stale.post(path + "/cancel", "").status()).isEqualTo(412);
        assertThat(stale.post(path + "/reschedule", moveBy(1)).status()).isEqualTo(412);
        assertThat(stale.post(path + "/held", "").problem()).isEqualTo("not-before-its-day");
        assertThat(stale.post(path + "/missed", "").problem()).isEqualTo("not-before-its-day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "held", "missed", "confirm", "reschedule"})
    void aCommandThatDoesNotTellWhatWasSeenIsRefused(String command) {
        SchedulingTestClient.Reply refused = staff.post(path + "/" + command, body(command));
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.problem()).isEqualTo("precondition-required");
    }

    @Test
    void theSameKeyGetsItsOutcomeAlthoughTheAppointmentHasChangedSince() {
        SchedulingTestClient first = staff.seeingNow(path);
        String key = UUID.randomUUID().toString();
        SchedulingTestClient.Reply confirmed = first.post(path + "/confirm", "", key);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(staff.seeingNow(path).post(path + "/reschedule", moveBy(2)).status()).isEqualTo(200);
        assertThat(first.post(path + "/confirm", "", key)).isEqualTo(confirmed);
    }

    @Test
    void ofConcurrentCommandsInViewOfTheSameStateOneWins() {
        SchedulingTestClient all = staff.seeingNow(path);
        List<SchedulingTestClient.Reply> replies = IntStream.range(0, 8).boxed().toList().parallelStream()
                .map(n -> n % 2 == 0 ? all.post(path + "/cancel", "") : all.post(path + "/confirm", "")).toList();
        assertThat(replies).filteredOn(each -> each.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(each -> each.status() != 200)
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(412));
    }

    @Test
    void anAnswerGivenEarlierThanTheCurrentOneArrivesLateAndChangesNothing() {
        Instant now = Instant.now();
        reply(ReplyMeaning.WANTS_CHANGE, now);
        await().atMost(TIMEOUT)
                .until(() -> staff.get(path).body().path("answer").asString().equals("CHANGE_REQUESTED"));
        reply(ReplyMeaning.CONFIRMS, now.minusSeconds(5));
        await().atMost(TIMEOUT)
                .until(() -> staff.get(path).body().path("history").toString().contains("ANSWER_TOO_LATE"));
        assertThat(staff.get(path).body().path("answer").asString()).isEqualTo("CHANGE_REQUESTED");
        reply(ReplyMeaning.CONFIRMS, now.plusSeconds(5));
        await().atMost(TIMEOUT).until(() -> staff.get(path).body().path("answer").asString().equals("CONFIRMED"));
    }

    private void reply(ReplyMeaning meaning) {
        reply(meaning, Instant.now());
    }

    private void reply(ReplyMeaning meaning, Instant at) {
        String id = "r" + UUID.randomUUID();
        topics.publish("notification", caseId, id, 1, new ReplyReceived(id, caseId, "tapachula",
                path.substring(path.lastIndexOf('/') + 1), 1, meaning, Channel.EMAIL, at));
    }

    private String body(String command) {
        return Map.of("reschedule", moveBy(4)).getOrDefault(command, "");
    }

    private String moveBy(int hours) {
        return "{\"localStart\":\"" + start.plusHours(hours) + "\"}";
    }
}
