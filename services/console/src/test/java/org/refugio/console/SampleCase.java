package org.refugio.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.TopicRecords;

/** A filed case with an appointment, as events of the services. */
final class SampleCase {

    private SampleCase() {
    }

    static void arrives(TopicRecords records, Privacy privacy) {
        FakeServices.SHARED.everybodyIs("tapachula:coordinator");
        FakeServices.SHARED.says("GET /v1/cases",
                """
                    {"items":[{"caseId":"c1","reference":"TAP-0001","office":"tapachula","callName":"Marie",
                    "language":"ht","step":"INITIAL_CONSULTATION","openedAt":"2026-03-01T12:00:00Z"}],"page":0,"more":false}""");
        FakeServices.SHARED.says("GET /v1/slots", """
            {"items":[{"localStart":"2026-03-04T10:00","lawyerId":"l1","interpreterId":"i1","roomId":"r1",
            "reasons":["earliest"]}]}""");
        FakeServices.SHARED.says("GET /v1/applicant/appointment", """
            {"office":"tapachula","language":"ht","stands":true,"localStart":"2026-03-03T10:00:00",
            "zone":"America/Mexico_City","minutes":60,"place":"Oficina centro, sala 2","with":"Lic. Soto",
            "interpreter":true,"missing":["photographs"]}""");
        Subject subject = Subject.ofCase("c1");
        privacy.register(subject);
        records.publish("intake", "c1", 1,
                new IntakeEvent.CaseOpened("c1", "tapachula", "TAP-0001", "America/Mexico_City", "ht",
                        privacy.sealJson(subject, new PersonDetails("Marie Jean", "Marie", "HT")),
                        privacy.sealJson(subject, new ContactDetails("+529621234567", null)),
                        new ContactConsent(true, false), LocalDate.of(2026, 2, 27), "v1", "u1",
                        Instant.parse("2026-03-01T12:00:00Z")));
        records.publish("intake", "c1", 2, new IntakeEvent.StepChanged("c1", "tapachula", Step.INITIAL_CONSULTATION,
                StepStatus.IN_PROGRESS, Instant.parse("2026-03-01T12:00:00Z")));
        records.publish("intake", "c1", 3, new IntakeEvent.SubmissionRecorded("c1", "tapachula",
                privacy.seal(subject, "F-7788"), LocalDate.of(2026, 3, 1), "COMAR", "u1", null));
        records.publish("document", "c1", 1, new DocumentEvent.ChecklistOpened("c1", "tapachula", "v1",
                List.of(new ChecklistLine("photographs", "photographs"))));
        records.publish("scheduling", "c1", "a1", 1,
                new SchedulingEvent.AppointmentBooked(new AppointmentDetails("a1", 1, "c1", "tapachula",
                        "CONSULTATION", LocalDateTime.of(2026, 3, 3, 10, 0), "America/Mexico_City",
                        Instant.parse("2026-03-03T16:00:00Z"), 60, "ht", "l1", "i1", "r1", "Sala 2", List.of()), "u1",
                        Instant.parse("2026-03-01T13:00:00Z")));
    }
}
