package org.refugio.e2e.edges;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.refugio.client.document.api.ChecklistApi;
import org.refugio.client.document.api.UploadApi;
import org.refugio.client.document.model.ReviewItemAccept;
import org.refugio.client.intake.api.CaseApi;
import org.refugio.client.intake.api.ClockApi;
import org.refugio.client.intake.api.DecisionApi;
import org.refugio.client.intake.api.ProceedingsApi;
import org.refugio.client.intake.model.CaseView;
import org.refugio.client.intake.model.ClockMove;
import org.refugio.client.intake.model.ContactConsent;
import org.refugio.client.intake.model.OpenCaseCommand;
import org.refugio.client.intake.model.OpenCaseContact;
import org.refugio.client.intake.model.OpenCasePerson;
import org.refugio.client.intake.model.RecordDecisionCommand;
import org.refugio.client.intake.model.RecordInterviewAttendedCommand;
import org.refugio.client.intake.model.RecordSubmissionCommand;
import org.refugio.client.intake.model.SetAuthorityInterviewCommand;
import org.refugio.client.intake.model.StartFollowUpCommand;
import org.refugio.client.scheduling.api.AppointmentApi;
import org.refugio.client.scheduling.api.BookingApi;
import org.refugio.client.scheduling.api.SlotApi;
import org.refugio.client.scheduling.model.BookAppointmentCommand;
import org.refugio.client.scheduling.model.Slot;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;

/** One case from its opening to the follow-up, through clients that are generated from {@code docs/openapi}. */
final class GeneratedClientJob {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Installation at;
    private final ApiClient tokens;
    private final CaseApi cases;
    private final ProceedingsApi proceedings;
    private String caseId;

    GeneratedClientJob(Installation at) {
        this.at = at;
        this.tokens = new ApiClient(at);
        this.cases = new CaseApi(intake("legal.tapachula"));
        this.proceedings = new ProceedingsApi(intake("legal.tapachula"));
    }

    private org.refugio.client.intake.ApiClient intake(String user) {
        var client = new org.refugio.client.intake.ApiClient();
        client.updateBaseUri(at.publicUrl() + "/api/intake");
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + tokens.token(user)));
        return client;
    }

    private org.refugio.client.document.ApiClient documents() {
        var client = new org.refugio.client.document.ApiClient();
        client.updateBaseUri(at.publicUrl() + "/api/document");
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + tokens.token("legal.tapachula")));
        return client;
    }

    private org.refugio.client.scheduling.ApiClient scheduling() {
        var client = new org.refugio.client.scheduling.ApiClient();
        client.updateBaseUri(at.publicUrl() + "/api/scheduling");
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + tokens.token("coordinator.tapachula")));
        return client;
    }

    /** The case at its end. */
    CaseView run(Path folder) throws Exception {
        caseId = new CaseApi(intake("intake.tapachula")).caseOpen(key(), new OpenCaseCommand().office("tapachula")
                .language(OpenCaseCommand.LanguageEnum.ES).person(new OpenCasePerson().fullName("Rosa Elena Pineda"))
                .contact(new OpenCaseContact().phone("+529621234567"))
                .consent(new ContactConsent().sms(true).email(false)).consentGiven(true)
                .entryDate(LocalDate.of(2026, 1, 5))).getAggregate();
        acceptDocument(Files.writeString(folder.resolve("pasaporte.pdf"), "%PDF-1.7\n"));
        bookAndHold("CONSULTATION", now().plusDays(9));
        proceedings.proceedingsSubmission(caseId, key(), seen(), new RecordSubmissionCommand().folio("TAP-1234567")
                .filedOn(now().toLocalDate()).authority("COMAR"));
        LocalDateTime interview = now().plusDays(20).withHour(9).withMinute(0).withSecond(0).withNano(0);
        proceedings.proceedingsInterview(caseId, key(), seen(),
                new SetAuthorityInterviewCommand().localStart(interview.toString()).place("Ventanilla 4"));
        bookAndHold("INTERVIEW_PREPARATION", now().plusDays(3));
        moveTo(interview.plusHours(2));
        proceedings.proceedingsAttendance(caseId, key(), seen(),
                new RecordInterviewAttendedCommand().attendedOn(interview.toLocalDate()));
        DecisionApi decisions = new DecisionApi(intake("legal.tapachula"));
        decisions.decisionDecision(caseId, key(), seen(), new RecordDecisionCommand()
                .outcome(RecordDecisionCommand.OutcomeEnum.RECOGNISED).notifiedOn(now().toLocalDate()));
        decisions.decisionFollowUp(caseId, key(), seen(),
                new StartFollowUpCommand().startedOn(now().toLocalDate()));
        return cases.caseRead(caseId);
    }

    private void acceptDocument(Path file) throws Exception {
        ChecklistApi checklists = new ChecklistApi(documents());
        UploadApi uploads = new UploadApi(documents());
        eventually(() -> checklists.checklistRead(caseId) != null);
        String item = checklists.checklistRead(caseId).getLines().getFirst().getItemId();
        uploads.uploadUpload(caseId, item, key(), file.toFile(), "pasaporte.pdf");
        var list = checklists.checklistRead(caseId);
        checklists.checklistAccept(caseId, item, key(), quoted(list.getEtag()), new ReviewItemAccept()
                .uploadId(list.getLines().getFirst().getUploads().getFirst().getUploadId()));
    }

    private void bookAndHold(String kind, LocalDateTime from) throws Exception {
        SlotApi slots = new SlotApi(scheduling());
        AppointmentApi appointments = new AppointmentApi(scheduling());
        eventually(() -> !slots(slots, kind, from).isEmpty());
        Slot slot = slots(slots, kind, from).getFirst();
        String appointment = new BookingApi(scheduling()).bookingBook(key(), new BookAppointmentCommand()
                .caseId(caseId).kind(kind).localStart(slot.getLocalStart()).minutes(60).lawyerId(slot.getLawyerId())
                .interpreterId(slot.getInterpreterId()).roomId(slot.getRoomId())).getAggregate();
        moveTo(LocalDateTime.parse(slot.getLocalStart()).plusHours(1));
        // other services follow a moved clock within a quarter of a second
        eventually(() -> appointments.appointmentHeld(appointment, key(),
                quoted(appointments.appointmentRead(appointment).getEtag())) != null);
    }

    private List<Slot> slots(SlotApi api, String kind, LocalDateTime from) throws Exception {
        return api.slotFind(kind, caseId, null, null, from.toLocalDate().toString(), 60).getItems();
    }

    private String seen() throws Exception {
        return quoted(cases.caseRead(caseId).getEtag());
    }

    private LocalDateTime now() throws Exception {
        return new ClockApi(intake("coordinator.tapachula")).clockRead().getNow().atZoneSameInstant(ZONE)
                .toLocalDateTime();
    }

    private void moveTo(LocalDateTime moment) throws Exception {
        OffsetDateTime to = moment.atZone(ZONE).toOffsetDateTime();
        new ClockApi(intake("coordinator.tapachula")).clockMove(new ClockMove().to(to));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(SOON).ignoreExceptions().until(condition);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
