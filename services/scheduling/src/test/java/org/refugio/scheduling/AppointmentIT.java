package org.refugio.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.access.service.ServiceCredential;
import org.refugio.access.web.security.RouteRule;
import org.refugio.access.web.security.RouteTable;
import org.refugio.contracts.Channel;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.contracts.IntakeEvent.InterviewAttended;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.contracts.Sealed;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TopicRecords;
import org.refugio.testkit.openapi.OpenApiFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RefugioTest
@TestPropertySource(properties = {"refugio.scheduling.directory=classpath:directory-trial.json",
        "refugio.scheduling.leases.intent=3s", "refugio.scheduling.leases.looks-again=1s",
        "refugio.scheduling.leases.sweep-every=200ms", "logging.structured.format.console="})
class AppointmentIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private ServiceCredential credential;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private SchedulingTestClient staff;
    private TestOffice office;

    @BeforeEach
    void staff() {
        staff = SchedulingTestClient.as(port, "tapachula:scheduler");
        office = new TestOffice(staff, topics, "tapachula");
    }

    @Test
    void anAppointmentIsBookedMovedConfirmedAndCancelled() {
        String caseId = office.openCase("ht");
        LocalDateTime start = TestOffice.tuesday(1, 10, 0);
        String lawyer = office.lawyerSpeaking("es");
        String interpreter = office.interpreterSpeaking("ht");
        String room = office.ids("ROOM").getFirst();
        SchedulingTestClient.Reply booked = staff.post("/v1/appointments",
                TestOffice.booking(caseId, start, lawyer, interpreter, room));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(200);
        String path = "/v1/appointments/" + booked.id();
        SchedulingTestClient.Reply read = staff.get(path);
        assertThat(read.body().at("/state").asString()).isEqualTo("BOOKED");
        assertThat(read.body().at("/start").asString())
                .isEqualTo(start.atZone(ZoneId.of(office.zone())).toInstant().toString());
        assertThat(read.body().at("/place").asString()).startsWith("oficina centro, Sala ");
        assertThat(isValid(booked.id(), 1)).isTrue();
        assertThat(staff.get("/v1/appointments?office=tapachula&from=" + start.toLocalDate() + "&to="
                + start.toLocalDate() + "&caseId=" + caseId).body().path("items")).hasSize(1);

        String key = UUID.randomUUID().toString();
        SchedulingTestClient seeingIt = staff.seeingNow(path);
        SchedulingTestClient.Reply moved = seeingIt.post(path + "/reschedule", move(start.plusMinutes(30)), key);
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(seeingIt.post(path + "/reschedule", move(start.plusMinutes(30)), key)).as("the same key")
                .isEqualTo(moved);
        assertThat(isValid(booked.id(), 1)).isFalse();
        assertThat(isValid(booked.id(), 2)).isTrue();

        reply(caseId, booked.id(), 1, ReplyMeaning.CONFIRMS);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(staff.get(path).body().path("history").toString())
                .contains("ANSWER_TOO_LATE"));
        assertThat(staff.get(path).body().path("answer").asString()).isEqualTo("NONE");
        reply(caseId, booked.id(), 2, ReplyMeaning.WANTS_CHANGE);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(staff.get(path).body().path("answer").asString())
                .isEqualTo("CHANGE_REQUESTED"));
        reply(caseId, booked.id(), 2, ReplyMeaning.CONFIRMS);
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(staff.get(path).body().path("answer").asString()).isEqualTo("CONFIRMED"));
        assertThat(staff.seeingNow(path).post(path + "/held", "").problem()).isEqualTo("not-before-its-day");

        SchedulingTestClient.Reply cancelled = staff.seeingNow(path).post(path + "/cancel", "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(staff.seeingNow(path).post(path + "/cancel", "").problem()).isEqualTo("not-standing");
        assertThat(isValid(booked.id(), 2)).isFalse();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(types(booked.id())).containsExactly(
                "scheduling.appointment-booked.v1", "scheduling.appointment-rescheduled.v1",
                "scheduling.change-requested.v1", "scheduling.appointment-confirmed.v1",
                "scheduling.appointment-cancelled.v1"));
        assertSettled();
    }

    @Test
    void concurrentRequestsWithTheSameKeyBookOnce() {
        String caseId = office.openCase("es");
        String body = TestOffice.booking(caseId, TestOffice.tuesday(2, 10, 0), office.lawyerSpeaking("es"), null,
                office.ids("ROOM").getFirst());
        String key = UUID.randomUUID().toString();
        List<SchedulingTestClient.Reply> replies = List.of(0, 1, 2, 3).parallelStream()
                .map(_ -> staff.post("/v1/appointments", body, key)).toList();
        assertThat(replies).extracting(SchedulingTestClient.Reply::status).containsOnly(200);
        assertThat(replies).containsOnly(replies.getFirst());
        SchedulingTestClient.Reply other = staff.post("/v1/appointments", body.replace(":60", ":30"), key);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertSettled();
    }

    @Test
    void aConflictReportsTheTakenResourcesAndAlternatives() {
        LocalDateTime start = TestOffice.tuesday(3, 10, 0);
        String lawyer = office.lawyerSpeaking("es");
        List<String> rooms = office.ids("ROOM");
        staff.post("/v1/appointments", TestOffice.booking(office.openCase("es"), start, lawyer, null, rooms.get(0)));
        SchedulingTestClient.Reply refused = staff.post("/v1/appointments",
                TestOffice.booking(office.openCase("es"), start.plusMinutes(45), lawyer, null, rooms.get(1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("already-taken");
        assertThat(refused.body().path("taken")).hasSize(1);
        assertThat(refused.body().at("/taken/0/kind").asString()).isEqualTo("LAWYER");
        assertThat(refused.body().at("/taken/0/id").asString()).isEqualTo(lawyer);
        assertThat(refused.body().path("alternatives")).hasSize(3);
        assertThat(refused.body().at("/alternatives/0/reasons").toString()).contains("earliest");
        assertSettled();
    }

    @Test
    void aRefusalIsExplainedInTheLanguageOfTheReader() {
        LocalDateTime start = TestOffice.tuesday(5, 10, 0);
        String lawyer = office.lawyerSpeaking("es");
        List<String> rooms = office.ids("ROOM");
        staff.post("/v1/appointments", TestOffice.booking(office.openCase("es"), start, lawyer, null, rooms.get(0)));
        String again = TestOffice.booking(office.openCase("es"), start, lawyer, null, rooms.get(1));
        SchedulingTestClient.Reply spanish = staff.post("/v1/appointments", again);
        assertThat(spanish.body().path("title").asString()).isEqualTo("Esa hora ya está ocupada");
        assertThat(spanish.body().path("detail").asString()).isEqualTo("Tienen otra cita a esa hora: la asesoría. "
                + "No se agendó ni se cambió nada. Elija otra hora.");
        SchedulingTestClient reader = new SchedulingTestClient(
                staff.client().mutate().defaultHeader("Accept-Language", "en").build(), staff.authorization());
        SchedulingTestClient.Reply english = reader.post("/v1/appointments", again);
        assertThat(english.problem()).isEqualTo("already-taken");
        assertThat(english.body().path("title").asString()).isEqualTo("This time is already taken");
        assertThat(english.body().path("detail").asString()).isEqualTo("These have another appointment at that time: "
                + "the legal officer. Nothing was booked or changed. Choose another time.");
        assertSettled();
    }

    @Test
    void proposedSlotsCanBeBooked() {
        String caseId = office.openCase("ht");
        SchedulingTestClient.Reply slots = staff.get("/v1/slots?kind=FOLLOW_UP&minutes=45&caseId=" + caseId + "&from="
                + TestOffice.tuesday(4, 9, 0));
        assertThat(slots.body().path("items")).hasSize(3);
        slots.body().path("items").forEach(slot -> {
            String interpreter = slot.path("interpreterId").isNull() ? null : slot.path("interpreterId").asString();
            assertThat(staff.post("/v1/appointments", TestOffice.booking(caseId,
                    LocalDateTime.parse(slot.path("localStart").asString()), slot.path("lawyerId").asString(),
                    interpreter, slot.path("roomId").asString()).replace(":60", ":45")).status()).isEqualTo(200);
        });
        assertSettled();
    }

    @Test
    void invalidRequestsAreRefusedByTheirRule() {
        String caseId = office.openCase("ht");
        LocalDateTime start = TestOffice.tuesday(5, 10, 0);
        String lawyer = office.lawyerSpeaking("es");
        String portuguese = office.interpreterSpeaking("pt");
        String room = office.ids("ROOM").getFirst();
        String good = TestOffice.booking(caseId, start, lawyer, office.interpreterSpeaking("ht"), room);
        TestOffice other = new TestOffice(SchedulingTestClient.as(port, "tijuana:scheduler"), topics, "tijuana");
        Map<String, String> wrong = Map.of("interpreter-needed", TestOffice.booking(caseId, start, lawyer, null, room),
                "interpreter-does-not-speak", TestOffice.booking(caseId, start, lawyer, portuguese, room),
                "not-suitable", TestOffice.booking(caseId, start, other.lawyerSpeaking("es"), portuguese, room),
                "not-on-the-grid", good.replace(start.toString(), start.plusMinutes(5).toString()),
                "not-in-the-future", good.replace(start.toString(), start.minusYears(9).toString()),
                "outside-working-hours", good.replace(start.toString(), start.withHour(17).withMinute(30).toString()),
                "duration-not-possible", good.replace(":60", ":10"), "set-by-authority",
                good.replace("CONSULTATION", "AUTHORITY_INTERVIEW"), "unknown-kind",
                good.replace("CONSULTATION", "PICNIC"));
        wrong.forEach((rule, body) -> {
            SchedulingTestClient.Reply reply = staff.post("/v1/appointments", body);
            assertThat(reply.problem()).as(body).isEqualTo(rule);
            assertThat(reply.status()).isEqualTo(422);
        });
        for (String kind : List.of("AUTHORITY_INTERVIEW", "PICNIC")) {
            assertThat(staff.get("/v1/slots?kind=" + kind + "&caseId=" + caseId).status()).as(kind).isEqualTo(400);
        }
    }

    @Test
    void theAuthoritysDateIsRecordedAndListsCollisionsUntilTheyAreMoved() {
        String caseId = office.openCase("es");
        LocalDateTime start = TestOffice.tuesday(6, 10, 0);
        String lawyer = office.lawyerSpeaking("es");
        String room = office.ids("ROOM").getFirst();
        String booked = staff
                .post("/v1/appointments", TestOffice.booking(caseId, start.plusMinutes(30), lawyer, null, room)).id();
        interview(caseId, 2, start);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(interviewOf(caseId)).contains(booked));
        String preparation = TestOffice.booking(caseId, start.plusHours(3), lawyer, null, room).replace("CONSULTATION",
                "INTERVIEW_PREPARATION");
        assertThat(staff.post("/v1/appointments", preparation).problem()).isEqualTo("preparation-too-late");
        assertThat(staff.seeingNow("/v1/appointments/" + booked)
                .post("/v1/appointments/" + booked + "/reschedule", move(start.plusHours(4))).status()).isEqualTo(200);
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(interviewOf(caseId)).contains("\"collisions\":[]"));
        assertSettled();

        interview(caseId, 3, start.plusDays(1));
        interview(caseId, 3, start.plusDays(1));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(interviewOf(caseId)).contains("\"revision\":2"));
        String id = staff.get("/v1/appointments?caseId=" + caseId).body().path("items").valueStream()
                .filter(each -> each.toString().contains("AUTHORITY")).findFirst().orElseThrow()
                .at("/appointmentId").asString();
        assertThat(staff.seeingNow("/v1/appointments/" + id)
                .post("/v1/appointments/" + id + "/reschedule", move(start.plusDays(2))).problem())
                .isEqualTo("set-by-authority");
        topics.publish("intake", caseId, 5,
                new InterviewAttended(caseId, "tapachula", start.toLocalDate(), "me", null));
        interview(caseId, 4, start.plusDays(3));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(interviewOf(caseId)).contains("HELD"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(types(id)).containsExactly(
                "scheduling.appointment-booked.v1", "scheduling.collisions-changed.v1",
                "scheduling.appointment-rescheduled.v1", "scheduling.appointment-rescheduled.v1",
                "scheduling.appointment-held.v1"));
        interview(caseId, 6, start.plusDays(7));
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(interviewOf(caseId)).contains("\"revision\":4").contains("\"state\":\"BOOKED\""));
        assertSettled();
    }

    @Test
    void everyRouteHasARuleAndAnotherOfficeFindsNothing() {
        String caseId = office.openCase("es");
        String booked = staff.post("/v1/appointments", TestOffice.booking(caseId, TestOffice.tuesday(8, 10, 0),
                office.lawyerSpeaking("es"), null, office.ids("ROOM").getFirst())).id();
        SchedulingTestClient stranger = SchedulingTestClient.as(port, "tijuana:scheduler", "tijuana:coordinator");
        List<String> seen = new ArrayList<>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.refugio.scheduling")) {
                assertRefused(info, method, stranger, caseId, booked);
                seen.add(info.toString());
            }
        });
        assertThat(seen).hasSize(12);
        assertThat(stranger.get("/v1/appointments?caseId=" + caseId).body().path("items")).isEmpty();
        assertThat(SchedulingTestClient.as(port, "tapachula:auditor").get("/v1/appointments/" + booked).status())
                .isEqualTo(403);
        assertThat(SchedulingTestClient.as(port, "tapachula:interpreter").get("/v1/appointments/" + booked).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"from=2026-03-01&to=2026-05-03, to", "from=2026-03-01, to", "to=2026-03-01, from",
            "from=2026-03-02&to=2026-03-01, to"})
    void aPeriodOfWhichAPartWouldBeListedIsRefused(String days, String field) {
        SchedulingTestClient.Reply reply = staff.get("/v1/appointments?office=tapachula&" + days);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("days-not-possible");
        assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(staff.get("/v1/appointments?office=tapachula&from=2026-03-01&to=2026-05-02").status())
                .isEqualTo(200);
    }

    @Test
    void aPageBeyondTheLastPossibleOneIsRefused() {
        assertThat(staff.get("/v1/appointments?page=1000000").status()).isEqualTo(200);
        for (String page : List.of("1000001", "21474837", "-1")) {
            SchedulingTestClient.Reply reply = staff.get("/v1/appointments?page=" + page);
            assertThat(reply.problem()).isEqualTo("not-valid");
            assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo("page");
        }
    }

    @Test
    void anInterpreterSeesOnlyTheirOwnAssignments() {
        SchedulingTestClient coordinator = SchedulingTestClient.as(port, "tapachula:coordinator");
        String own = coordinator.post("/v1/resources", """
            {"office":"tapachula","kind":"INTERPRETER","name":"Nadia Osorio Til","languages":["mam"],
             "account":"person-1"}""").id();
        assertThat(staff.post("/v1/resources", "{\"office\":\"tapachula\",\"kind\":\"ROOM\"}").status())
                .isEqualTo(403);
        assertThat(coordinator.post("/v1/resources", "{\"office\":\"tapachula\",\"kind\":\"ROOM\"}").problem())
                .isEqualTo("resource-incomplete");
        String lawyer = office.lawyerSpeaking("es");
        String room = office.ids("ROOM").getFirst();
        String theirs = staff.post("/v1/appointments",
                TestOffice.booking(office.openCase("mam"), TestOffice.tuesday(10, 9, 0), lawyer, own, room)).id();
        String another = staff.post("/v1/appointments",
                TestOffice.booking(office.openCase("es"), TestOffice.tuesday(10, 12, 0), lawyer, null, room)).id();
        SchedulingTestClient interpreter = SchedulingTestClient.as(port, "tapachula:interpreter");
        assertThat(interpreter.get("/v1/appointments/" + theirs).status()).isEqualTo(200);
        assertThat(interpreter.get("/v1/appointments/" + another).status()).isEqualTo(404);
        assertThat(interpreter.get("/v1/appointments?office=tapachula").body().path("items")).hasSize(1);
        SchedulingTestClient auditing = SchedulingTestClient.as(port, "tapachula:interpreter", "tapachula:auditor");
        assertThat(auditing.get("/v1/appointments/" + another).status()).isEqualTo(404);
        assertThat(auditing.get("/v1/appointments?office=tapachula").body().path("items")).hasSize(1);
        assertThat(interpreter.post("/v1/appointments/" + theirs + "/cancel", "").status()).isEqualTo(403);
    }

    @Test
    void theRoutesAndTheirRulesAreThoseOfTheFile() throws IOException {
        assertThat(RouteTable.text(routes)).isEqualTo(new String(
                getClass().getResourceAsStream("/routes.txt").readAllBytes(), StandardCharsets.UTF_8));
        OpenApiFile.check("scheduling", port);
    }

    private void assertRefused(RequestMappingInfo info, HandlerMethod method, SchedulingTestClient stranger,
            String caseId,
            String booked) {
        String path = info.getPatternValues().iterator().next().replace("{id}", booked);
        assertThat(RouteRule.of(method)).as(path).isNotInstanceOf(RouteRule.Unspecified.class);
        boolean get = info.getMethodsCondition().toString().contains("GET");
        String resource = "{\"office\":\"tapachula\",\"kind\":\"ROOM\",\"roomName\":\"x\"}";
        String body = path.equals("/v1/resources")
                ? resource
                : path.endsWith("/reschedule")
                        ? move(TestOffice.tuesday(9, 9, 0))
                        : path.equals("/v1/appointments")
                                ? TestOffice.booking(caseId, TestOffice.tuesday(9, 9, 0), "x", null, "y")
                                : "";
        SchedulingTestClient.Reply reply = get
                ? stranger.get(path + switch (path) {
                    case "/v1/appointments" -> "?office=tapachula&caseId=" + caseId;
                    case "/v1/slots" -> "?kind=CONSULTATION&caseId=" + caseId;
                    case "/v1/resources" -> "?office=tapachula";
                    default -> "";
                })
                : stranger.seeing("date=1").post(path, body);
        assertThat(reply.status()).as(path).isEqualTo(path.contains("internal") ? 401 : 404);
    }

    @Test
    void noNameIsStoredOrPublishedInClear() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(topics.read("scheduling"))
                .filteredOn(each -> each.type().contains("resource-registered")).hasSizeGreaterThanOrEqualTo(15));
        assertThat(staff.get("/v1/resources?office=tapachula").body().toString()).contains("Wideline Fabiyen");
        List<String> stored = new ArrayList<>();
        database.listCollectionNames().forEach(
                name -> database.getCollection(name).find().forEach((Document each) -> stored.add(each.toJson())));
        topics.read("scheduling").forEach(each -> stored.add(each.value() + each.headers() + each.key()));
        assertThat(stored).isNotEmpty()
                .allSatisfy(each -> assertThat(each).doesNotContain("Wideline").doesNotContain("Marroqu"));
    }

    private void assertSettled() {
        IndependentCheck check = new IndependentCheck(database);
        await().atMost(TIMEOUT).until(check::nothingIsUnsettled);
        check.noHolderIsDoubleBooked();
        check.claimsAreExactlyThoseOfBookedAppointments();
    }

    private String interviewOf(String caseId) {
        return staff.get("/v1/appointments?caseId=" + caseId).body().path("items").valueStream()
                .map(Object::toString).filter(each -> each.contains("AUTHORITY_INTERVIEW")).findFirst().orElse("");
    }

    private void interview(String caseId, long sequence, LocalDateTime start) {
        topics.publish("intake", caseId, sequence, new AuthorityInterviewSet(caseId, "tapachula", start,
                office.zone(), start.atZone(ZoneId.of(office.zone())).toInstant(),
                new Sealed("case:" + caseId, "AA=="), "someone"));
    }

    private void reply(String caseId, String appointment, int revision, ReplyMeaning meaning) {
        String id = "r" + UUID.randomUUID();
        topics.publish("notification", caseId, id, 1, new ReplyReceived(id, caseId, "tapachula", appointment,
                revision, meaning, Channel.SMS, Instant.now()));
    }

    private boolean isValid(String id, int revision) {
        return SchedulingTestClient.with(port, credential.authorization())
                .post("/v1/internal/standing",
                        "{\"appointments\":[{\"id\":\"" + id + "\",\"revision\":" + revision + "}]}")
                .body().at("/standing/0/stands").asBoolean();
    }

    private List<String> types(String id) {
        Map<Long, String> bySequence = new TreeMap<>();
        topics.read("scheduling").stream().filter(each -> id.equals(each.aggregate()))
                .forEach(each -> bySequence.put(each.sequence(), each.type()));
        return List.copyOf(bySequence.values());
    }

    private static String move(LocalDateTime start) {
        return "{\"localStart\":\"" + start + "\"}";
    }
}
