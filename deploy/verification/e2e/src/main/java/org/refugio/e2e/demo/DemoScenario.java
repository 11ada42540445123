package org.refugio.e2e.demo;

import static org.refugio.e2e.demo.OfficeStaff.await;
import static org.refugio.e2e.demo.OfficeStaff.check;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;
import tools.jackson.databind.JsonNode;

/** One case from the first call to follow-up. Every step acts and verifies the result. */
public final class DemoScenario {

    /** Words that no message may contain, in any language, because others may see the phone. */
    private static final String[] INDISCREET = {"asil", "refug", "comar", "migraci", "abogad", "lawyer", "avoka"};

    private final Installation at;
    private final ApiClient api;
    private final OfficeStaff office;
    private final DemoPerson person = DemoPerson.madeUp();
    private final CarrierInbox inbox;
    private final AppointmentSteps appointments;

    private String caseId;
    private String consultation;
    private LocalDateTime firstDate;
    private LocalDateTime newDate;
    private String preparation;
    private LocalDateTime interview;

    public DemoScenario(ApiClient api, Installation at) {
        this.at = at;
        this.api = api;
        this.office = new OfficeStaff(api);
        this.inbox = new CarrierInbox(api, person);
        this.appointments = new AppointmentSteps(office);
    }

    /** The demonstration moves the clock, which would send real reminders on an installation with real cases. */
    public void checkThatTimeMayMove() {
        check(office.intake("/clock").path("movable").asBoolean(),
                "this installation follows real time: start one for practice with REFUGIO_CLOCK=movable (./refugio up does)");
    }

    /** Run all steps; stops at the first failure, because later steps depend on it. */
    public boolean tell(DemoReport report) {
        return report.step("the office opens for the day", this::officeOpens)
                && report.step("a case is opened", this::openCase)
                && report.step("the checklist of the five document groups opens by itself", this::checklistOpens)
                && report.step("a document is uploaded, read back byte for byte and accepted", this::document)
                && report.step("a consultation is booked: lawyer, interpreter and room", this::bookConsultation)
                && report.step("the confirmation arrives by SMS and e-mail", () -> arrives(1, "the confirmation"))
                && report.step("the reminder 7 days before arrives when it is due", this::sevenDays)
                && report.step("the person answers 1 and the appointment is confirmed", this::answerOne)
                && report.step("it is moved; one notice goes out and the old reminders are dead", this::reschedule)
                && report.step("the reminder 2 days before arrives, with the new date only", this::twoDays)
                && report.step("the reminder 2 hours before arrives, with the new date only", this::twoHours)
                && report.step("the consultation is held", this::consultationHeld)
                && report.step("the submission is recorded with its folio", this::submission)
                && report.step("the authority's interview date is recorded", this::authorityInterview)
                && report.step("the preparation is booked before it", this::bookPreparation)
                && report.step("the preparation is held and the interview attended", this::interviewAttended)
                && report.step("the decision is recorded", this::decision)
                && report.step("follow-up begins, and all seven steps show it", this::followUp)
                && report.step("nothing that was sent is doubled or indiscreet", this::messagesAreClean);
    }

    /** The messages that have arrived for the person so far. */
    public ReceivedMessageCounts received() {
        return caseId == null ? new ReceivedMessageCounts(0, 0) : inbox.received();
    }

    /** The page of the case. */
    public String caseUrl() {
        return caseId == null ? "" : at.publicUrl() + "/cases/" + caseId;
    }

    /** Messages are not sent at night, so the scenario begins at ten in the morning of a working day. */
    private void officeOpens() {
        LocalDateTime now = office.now();
        LocalDateTime ten = now.toLocalDate().atTime(10, 0);
        while (ten.isBefore(now) || ten.getDayOfWeek().getValue() > 5) {
            ten = ten.plusDays(1);
        }
        office.moveTimeTo(ten);
        LocalDateTime opened = ten;
        await("every service follows", () -> !office.now().isBefore(opened));
    }

    private void openCase() {
        String entry = office.now().toLocalDate().minusDays(3).toString();
        caseId = api.post(OfficeStaff.INTAKE, "/api/intake/v1/cases", person.asCase(OfficeStaff.ID, "ht", entry))
                .expect2xx()
                .path("aggregate").asString();
        JsonNode opened = office.intake("/cases/" + caseId);
        check(opened.path("person").path("fullName").asString("").equals(person.name()), "the name did not come back");
    }

    private void checklistOpens() {
        await("a checklist with five groups", () -> {
            JsonNode lines = lines();
            return lines.valueStream().map(line -> line.path("group").asString()).distinct().count() == 5;
        });
    }

    private void document() {
        byte[] photo = new byte[300_000];
        IntStream.range(0, photo.length).forEach(i -> photo[i] = (byte) (i * 31 + i / 251));
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, photo, 0, 9);
        String item = lines().get(0).path("itemId").asString();
        String upload = api.upload(OfficeStaff.INTAKE,
                "/api/document/v1/cases/" + caseId + "/items/" + item + "/uploads", "pasaporte.pdf",
                "application/pdf", photo, java.util.UUID.randomUUID().toString()).expect2xx().path("aggregate")
                .asString();
        String uploadId = newestUpload(upload);
        byte[] back = api.bytes(OfficeStaff.LEGAL, "/api/document/v1/cases/" + caseId + "/uploads/" + uploadId);
        check(Arrays.equals(photo, back), "the bytes out are not the bytes in");
        office.review(caseId, item, "accept", Map.of("uploadId", uploadId));
        check(lines().get(0).path("state").asString().equals("ACCEPTED"), "the line is not accepted");
    }

    private JsonNode lines() {
        return office.documents("/cases/" + caseId + "/checklist").path("lines");
    }

    private String newestUpload(String fallback) {
        JsonNode uploads = lines().get(0).path("uploads");
        return uploads.isEmpty() ? fallback : uploads.get(uploads.size() - 1).path("uploadId").asString();
    }

    private void bookConsultation() {
        await("scheduling knows the case", () -> !office.firstSlot(caseId, "CONSULTATION", office.now().plusDays(9))
                .isEmpty());
        Map<String, Object> slot = office.firstSlot(caseId, "CONSULTATION", office.now().plusDays(9));
        firstDate = LocalDateTime.parse((String) slot.get("localStart"));
        consultation = appointments.book(slot);
        JsonNode held = appointments.find(consultation);
        check(held.path("lawyerId").isString() && held.path("interpreterId").isString()
                && held.path("roomId").isString(),
                "it does not hold all that it needs");
    }

    private void arrives(int sms, String what) {
        inbox.awaitMore(new ReceivedMessageCounts(sms - 1, sms - 1), 1, 1, what);
    }

    private void sevenDays() {
        ReceivedMessageCounts before = inbox.received();
        office.moveTimeTo(atDecentHour(firstDate.minusDays(7)).plusMinutes(1));
        inbox.awaitMore(before, 1, 1, "the reminder 7 days before");
    }

    /** Reminders several days ahead are sent between 9:00 and 20:00. */
    private static LocalDateTime atDecentHour(LocalDateTime moment) {
        return moment.getHour() < 9 ? moment.toLocalDate().atTime(9, 0) : moment;
    }

    private void answerOne() {
        api.answerAsPhone(person.phone(), "1");
        await("the appointment is confirmed", () -> appointments.isConfirmed(consultation));
    }

    private void reschedule() {
        inbox.settle();
        ReceivedMessageCounts before = inbox.received();
        Map<String, Object> slot = office.firstSlot(caseId, "CONSULTATION",
                firstDate.plusDays(1).truncatedTo(ChronoUnit.DAYS).withHour(13));
        newDate = LocalDateTime.parse((String) slot.get("localStart"));
        check(newDate.isAfter(firstDate), "the proposal does not move it");
        appointments.move(consultation, slot);
        inbox.speaksOf(newDate, firstDate, inbox.awaitMore(before, 1, 1, "the notice of the change"));
    }

    private void twoDays() {
        ReceivedMessageCounts before = inbox.received();
        office.moveTimeTo(atDecentHour(newDate.minusDays(2)).plusMinutes(1));
        inbox.speaksOf(newDate, firstDate, inbox.awaitMore(before, 1, 1, "the reminder 2 days before"));
    }

    private void twoHours() {
        ReceivedMessageCounts before = inbox.received();
        office.moveTimeTo(newDate.minusHours(2).plusMinutes(1));
        inbox.speaksOf(newDate, firstDate, inbox.awaitMore(before, 1, 1, "the reminder 2 hours before"));
    }

    private void consultationHeld() {
        office.moveTimeTo(newDate.plusHours(1));
        appointments.held(consultation);
        stepIs("INITIAL_CONSULTATION", "DONE");
    }

    private void submission() {
        office.intake(caseId, "submission",
                Map.of("folio", "TAP-COMAR-" + person.phone().substring(6), "filedOn",
                        office.now().toLocalDate().toString(), "authority", "COMAR"));
        stepIs("APPLICATION_SUBMISSION", "DONE");
    }

    private void authorityInterview() {
        interview = office.now().plusDays(20).withHour(9).truncatedTo(ChronoUnit.HOURS);
        office.intake(caseId, "authority-interview",
                Map.of("localStart", interview.toString(), "place", "Oficina de la autoridad, ventanilla 4"));
        await("scheduling shows the authority's date", () -> appointments.ofCase(caseId, "AUTHORITY_INTERVIEW") == 1);
    }

    private void bookPreparation() {
        Map<String, Object> slot = office.firstSlot(caseId, "INTERVIEW_PREPARATION", office.now().plusDays(3));
        check(LocalDateTime.parse((String) slot.get("localStart")).isBefore(interview), "it would come too late");
        preparation = appointments.book(slot);
        stepIs("INTERVIEW_PREPARATION", "IN_PROGRESS");
    }

    private void interviewAttended() {
        office.moveTimeTo(LocalDateTime.parse(appointments.find(preparation).path("localStart").asString())
                .plusHours(1));
        appointments.held(preparation);
        stepIs("INTERVIEW_PREPARATION", "DONE");
        office.moveTimeTo(interview.plusHours(2));
        office.intake(caseId, "interview-attended",
                Map.of("attendedOn", interview.toLocalDate().toString()));
        stepIs("AUTHORITY_INTERVIEW", "DONE");
    }

    private void decision() {
        office.intake(caseId, "decision",
                Map.of("outcome", "RECOGNISED", "notifiedOn", office.now().toLocalDate().toString()));
        stepIs("DECISION", "DONE");
    }

    private void followUp() {
        office.intake(caseId, "follow-up",
                Map.of("startedOn", office.now().toLocalDate().toString()));
        await("the follow-up step moves", () -> !stepStatus("FOLLOW_UP").equals("NOT_STARTED"));
        stepIs("DOCUMENT_GATHERING", "IN_PROGRESS");
    }

    private void messagesAreClean() {
        inbox.settle();
        var all = new java.util.ArrayList<>(inbox.texts());
        all.addAll(inbox.mails());
        check(inbox.texts().stream().distinct().count() == inbox.texts().size(), "a text arrived twice");
        for (String text : all) {
            String plain = text.toLowerCase(Locale.ROOT);
            for (String word : INDISCREET) {
                check(!plain.replace("http://127.0.0.1", "").contains(word), "a message says «" + word + "»");
            }
        }
    }

    private void stepIs(String step, String status) {
        await(step + " is " + status, () -> stepStatus(step).equals(status));
    }

    private String stepStatus(String step) {
        JsonNode steps = office.intake("/cases/" + caseId).path("steps");
        return steps.isArray()
                ? steps.valueStream().filter(each -> each.path("step").asString("").equals(step)).findFirst()
                        .map(each -> each.path("status").asString()).orElse("")
                : steps.path(step).path("status").asString("");
    }
}
