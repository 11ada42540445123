package org.refugio.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.Sealed;
import org.refugio.testkit.TopicRecords;
import tools.jackson.databind.JsonNode;

/** An office in tests: its cases, resources and working days. */
public record TestOffice(SchedulingTestClient staff, TopicRecords topics, String id) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Publishes a new case as intake does, and waits until scheduling has stored it. */
    public String openCase(String language) {
        String caseId = "c" + UUID.randomUUID().toString().replace("-", "");
        topics.publish("intake", caseId, 1, new CaseOpened(caseId, id, "REF-1", zone(), language,
                new Sealed("case:" + caseId, "AA=="), new Sealed("case:" + caseId, "AA=="),
                new ContactConsent(true, true), LocalDate.of(2026, 1, 5), "v1", "someone", Instant.now()));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                staff.get("/v1/slots?kind=CONSULTATION&caseId=" + caseId).status()).isEqualTo(200));
        return caseId;
    }

    public String zone() {
        return id.equals("tijuana") ? "America/Tijuana" : "America/Mexico_City";
    }

    public String lawyerSpeaking(String language) {
        return all("LAWYER").stream().filter(each -> speaks(each, language)).findFirst().orElseThrow()
                .path("resourceId").asString();
    }

    public String interpreterSpeaking(String language) {
        return all("INTERPRETER").stream().filter(each -> speaks(each, language)).findFirst().orElseThrow()
                .path("resourceId").asString();
    }

    public List<String> ids(String kind) {
        return all(kind).stream().map(each -> each.path("resourceId").asString()).toList();
    }

    private List<JsonNode> all(String kind) {
        return staff.get("/v1/resources?office=" + id).body().path("items").valueStream()
                .filter(each -> kind.equals(each.path("kind").asString())).toList();
    }

    private static boolean speaks(JsonNode resource, String language) {
        return resource.path("languages").valueStream().anyMatch(each -> language.equals(each.asString()));
    }

    /** A working day that many weeks ahead. */
    public static LocalDateTime tuesday(int weeks, int hour, int minute) {
        return LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).plusWeeks(weeks).atTime(hour, minute);
    }

    public static String booking(String caseId, LocalDateTime start, String lawyer, String interpreter, String room) {
        return """
            {"caseId":"%s","kind":"CONSULTATION","localStart":"%s","minutes":60,"lawyerId":"%s",
             "interpreterId":%s,"roomId":"%s"}""".formatted(caseId, start, lawyer,
                interpreter == null ? "null" : "\"" + interpreter + "\"", room);
    }
}
