package org.refugio.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.IntakeEvent.ContactChanged;
import org.refugio.contracts.SchedulingEvent.AppointmentBooked;
import org.refugio.contracts.SchedulingEvent.AppointmentCancelled;
import org.refugio.contracts.SchedulingEvent.AppointmentRescheduled;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.TopicRecords;

/** People and appointments, as intake and scheduling would publish them. */
final class TestOffice {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final TopicRecords topics;
    private final Privacy privacy;
    private final SchedulingStub scheduling;
    private final ZoneId zone;

    TestOffice(TopicRecords topics, Privacy privacy, SchedulingStub scheduling, ZoneId zone) {
        this.topics = topics;
        this.privacy = privacy;
        this.scheduling = scheduling;
        this.zone = zone;
    }

    /** A person with a phone and an e-mail address. */
    record Person(String caseId, String phone, String email) {}

    Person unknownPerson() {
        int number = NUMBERS.incrementAndGet();
        return new Person("c" + UUID.randomUUID().toString().replace("-", ""), "+52664" + number,
                "p" + number + "@example.org");
    }

    Person person(String language) {
        Person person = unknownPerson();
        opened(person, language);
        return person;
    }

    void opened(Person person, String language) {
        opened(person, language, "tijuana");
    }

    void opened(Person person, String language, String office) {
        privacy.register(Subject.ofCase(person.caseId()));
        topics.publish("intake", person.caseId(), next(person.caseId()),
                new CaseOpened(person.caseId(), office, "TIJ-1", zone.getId(), language, sealed(person, "x"),
                        contact(person), new ContactConsent(true, true), LocalDate.of(2026, 1, 5), "v1", "someone",
                        Instant.now()));
    }

    void contactChanged(Person person, ContactConsent consent) {
        contactChanged(person, consent, Instant.now());
    }

    void contactChanged(Person person, ContactConsent consent, Instant at) {
        topics.publish("intake", person.caseId(), next(person.caseId()), new ContactChanged(person.caseId(),
                "tijuana", "es", contact(person), consent, at));
    }

    AppointmentDetails book(Person person, LocalDateTime start) {
        return book(person, start, "CONSULTATION", "oficina centro");
    }

    AppointmentDetails book(Person person, LocalDateTime start, String kind, String place) {
        String id = "a" + UUID.randomUUID().toString().replace("-", "");
        AppointmentDetails booked = details(id, 1, person.caseId(), kind, start, place);
        scheduling.setValid(id, 1);
        topics.publish("scheduling", person.caseId(), id, next(id), new AppointmentBooked(booked, "someone",
                Instant.now()));
        return booked;
    }

    /** Changes the date in scheduling; its event is published by {@link #publishMove}. */
    AppointmentDetails move(AppointmentDetails from, LocalDateTime start) {
        scheduling.setValid(from.appointmentId(), from.revision() + 1);
        return details(from.appointmentId(), from.revision() + 1, from.caseId(), from.kind(), start, from.place());
    }

    void publishMove(AppointmentDetails from, AppointmentDetails to) {
        topics.publish("scheduling", to.caseId(), to.appointmentId(), next(to.appointmentId()),
                new AppointmentRescheduled(to, from.start(), "someone", Instant.now()));
    }

    void cancel(AppointmentDetails appointment) {
        scheduling.setCancelled(appointment.appointmentId());
        topics.publish("scheduling", appointment.caseId(), appointment.appointmentId(),
                next(appointment.appointmentId()), new AppointmentCancelled(appointment.appointmentId(),
                        appointment.revision(), appointment.caseId(), "tijuana", "someone", Instant.now()));
    }

    private AppointmentDetails details(String id, int revision, String caseId, String kind,
            LocalDateTime start, String place) {
        return new AppointmentDetails(id, revision, caseId, "tijuana", kind, start, zone.getId(),
                start.atZone(zone).toInstant(), 60, "es", "l-1", null, "r-1", place, List.of());
    }

    private Sealed contact(Person person) {
        return privacy.sealJson(Subject.ofCase(person.caseId()), new ContactDetails(person.phone(), person.email()));
    }

    private Sealed sealed(Person person, String text) {
        return privacy.seal(Subject.ofCase(person.caseId()), text);
    }

    private long next(String aggregate) {
        return sequences.merge(aggregate, 1L, Long::sum);
    }
}
