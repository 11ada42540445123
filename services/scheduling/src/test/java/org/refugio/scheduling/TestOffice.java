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

/** An office as a test needs it: its cases, its people and rooms, its working days. */
public record TestOffice(SchedulingTestClient staff, TopicRecords records, String id) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Open a case as intake would, and wait until it is known here. */
    public String opened(String language) {
        String caseId = "c" + UUID.randomUUID().toString().replace("-", "");
        records.publish("intake", caseId, 1, new CaseOpened(caseId, id, "REF-1", zone(), language,
                new Sealed("case:" + caseId, "AA=="), new Sealed("case:" + caseId, "AA=="),
                new ContactConsent(true, true), LocalDate.of(2026, 1, 5), "v1", "someone", Instant.now()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
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

    /** A working day some weeks ahead. */
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
