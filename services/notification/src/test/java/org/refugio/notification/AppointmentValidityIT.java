package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.notification.TestOffice.Person;

/** Scheduling is asked right before a message leaves; without its word nothing does. */
class AppointmentValidityIT extends OnRealCarriers {

    @Test
    void aReminderThatIsDueWhileItsAppointmentMovesIsNotSent() {
        Person person = town.person("es");
        LocalDateTime start = in(12, "11:00");
        AppointmentDetails first = town.book(person, start);
        patiently().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        AppointmentDetails second = town.move(first, start.plusDays(30)); // nobody has heard of it yet
        moveTo(start.minusDays(7));
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("REMINDER_7_DAYS SMS SKIPPED",
                "REMINDER_7_DAYS EMAIL SKIPPED"));
        town.tellOfMove(first, second);
        patiently().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).get(1)).startsWith("Nueva fecha");
        assertThat(published("notification.call-needed.v1", person.caseId())).isEmpty();
    }

    @Test
    void withoutAnAnswerAMessageWaitsAndLeavesWhenItComes() {
        TestCarriers.SCHEDULING.away(true);
        Person person = town.person("es");
        town.book(person, in(12, "11:00"));
        int before = TestCarriers.SCHEDULING.asked();
        patiently().until(() -> TestCarriers.SCHEDULING.asked() > before + 1);
        assertThat(TestCarriers.texts(person.phone())).isEmpty();
        assertThat(log(person.caseId())).containsExactly("CONFIRMATION EMAIL PENDING", "CONFIRMATION SMS PENDING");
        TestCarriers.SCHEDULING.away(false);
        patiently().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        patiently().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
    }

    @Test
    void aMessageThatWaitedTooLongGoesToAPerson() {
        TestCarriers.SCHEDULING.away(true);
        Person person = town.person("es");
        LocalDateTime start = in(12, "11:00");
        town.book(person, start);
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).hasSize(2));
        moveTo(start.plusMinutes(1));
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS FAILED",
                "CONFIRMATION EMAIL FAILED"));
        patiently().untilAsserted(
                () -> assertThat(published("notification.call-needed.v1", person.caseId())).hasSize(1));
        TestCarriers.SCHEDULING.away(false);
        steadily().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }
}
