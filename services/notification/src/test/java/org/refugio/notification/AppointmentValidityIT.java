package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.notification.TestOffice.Person;

/** Scheduling is asked right before a message is sent; without its response nothing is sent. */
class AppointmentValidityIT extends OnRealCarriers {

    @Test
    void aReminderThatIsDueDuringAMoveOfItsAppointmentIsNotSent() {
        Person person = office.person("es");
        LocalDateTime start = in(12, "11:00");
        AppointmentDetails first = office.book(person, start);
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        AppointmentDetails second = office.move(first, start.plusDays(30)); // its event is not published yet
        moveTo(start.minusDays(7));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("REMINDER_7_DAYS SMS SKIPPED",
                "REMINDER_7_DAYS EMAIL SKIPPED"));
        office.publishMove(first, second);
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).get(1)).startsWith("Nueva fecha");
        assertThat(published("notification.call-needed.v1", person.caseId())).isEmpty();
    }

    @Test
    void withoutAResponseOfSchedulingAMessageWaitsAndIsSentLater() {
        TestCarriers.SCHEDULING.setUnavailable(true);
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        int before = TestCarriers.SCHEDULING.requestCount();
        eventually().until(() -> TestCarriers.SCHEDULING.requestCount() > before + 1);
        assertThat(TestCarriers.texts(person.phone())).isEmpty();
        assertThat(log(person.caseId())).containsExactly("CONFIRMATION EMAIL PENDING", "CONFIRMATION SMS PENDING");
        TestCarriers.SCHEDULING.setUnavailable(false);
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
    }

    @Test
    void aMessageThatWaitedTooLongFailsAndACallIsRequested() {
        TestCarriers.SCHEDULING.setUnavailable(true);
        Person person = office.person("es");
        LocalDateTime start = in(12, "11:00");
        office.book(person, start);
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).hasSize(2));
        moveTo(start.plusMinutes(1));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS FAILED",
                "CONFIRMATION EMAIL FAILED"));
        eventually().untilAsserted(
                () -> assertThat(published("notification.call-needed.v1", person.caseId())).hasSize(1));
        TestCarriers.SCHEDULING.setUnavailable(false);
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }
}
