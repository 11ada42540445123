package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.notification.TestOffice.Person;

/** The messages that a person receives about an appointment. */
class RemindersIT extends OnRealCarriers {

    @Test
    void aConfirmationIsSentImmediatelyAndEachReminderAtItsTime() {
        Person person = office.person("es");
        LocalDateTime start = in(20, "15:30");
        office.book(person, start);
        expect(person, 1);
        assertThat(TestCarriers.texts(person.phone()).getFirst()).startsWith("Cita ").contains(day(start), "15:30",
                "oficina centro");
        assertThat(TestCarriers.mails(person.email()).getFirst()).contains("/a/");

        moveTo(start.minusDays(7).minusMinutes(1));
        stays(person, 1);
        moveTo(start.minusDays(7));
        expect(person, 2);
        moveTo(start.minusDays(2));
        expect(person, 3);
        moveTo(start.minusHours(2));
        expect(person, 4);
        moveTo(start.plusHours(3));
        stays(person, 4);
        assertThat(log(person.caseId())).containsExactly("CONFIRMATION EMAIL SENT", "CONFIRMATION SMS SENT",
                "REMINDER_2_DAYS EMAIL SENT", "REMINDER_2_DAYS SMS SENT", "REMINDER_2_HOURS EMAIL SENT",
                "REMINDER_2_HOURS SMS SENT", "REMINDER_7_DAYS EMAIL SENT", "REMINDER_7_DAYS SMS SENT");
    }

    @Test
    void afterAJumpOfTheClockRemindersThatAreNoLongerUsefulAreLoggedAsSkipped() {
        Person person = office.person("es");
        LocalDateTime start = in(20, "15:30");
        office.book(person, start);
        expect(person, 1);
        moveTo(start.minusMinutes(90));
        expect(person, 2);
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Pronto: cita ");
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("REMINDER_7_DAYS SMS SKIPPED",
                "REMINDER_7_DAYS EMAIL SKIPPED", "REMINDER_2_DAYS SMS SKIPPED", "REMINDER_2_DAYS EMAIL SKIPPED"));
        stays(person, 2);
        assertThat(published("notification.call-needed.v1", person.caseId())).isEmpty();
    }

    @Test
    void aMoveIsAnnouncedAndNoLaterMessageNamesTheOldDate() {
        Person person = office.person("es");
        LocalDateTime before = in(20, "15:30");
        LocalDateTime after = before.plusDays(11).withHour(12);
        AppointmentDetails first = office.book(person, before);
        expect(person, 1);
        AppointmentDetails second = office.move(first, after);
        office.publishMove(first, second);
        expect(person, 2);
        assertThat(TestCarriers.texts(person.phone()).get(1)).startsWith("Nueva fecha").contains(day(after), "12:30");

        moveTo(before.minusDays(7));
        moveTo(before.minusDays(2));
        moveTo(before.minusHours(2));
        stays(person, 2);
        moveTo(after.minusDays(7));
        expect(person, 3);
        moveTo(after.minusDays(2));
        expect(person, 4);
        moveTo(after.minusHours(2));
        expect(person, 5);
        List<String> since = TestCarriers.texts(person.phone()).subList(1, 5);
        assertThat(since).allSatisfy(each -> assertThat(each).contains(day(after)).doesNotContain(day(before)));
        assertThat(TestCarriers.mails(person.email()).subList(1, 5)).noneMatch(each -> each.contains(" 15:30"));
    }

    @Test
    void aCancellationIsAnnouncedAndNoReminderFollows() {
        Person person = office.person("en");
        LocalDateTime start = in(9, "11:00");
        AppointmentDetails booked = office.book(person, start);
        expect(person, 1);
        office.cancel(booked);
        expect(person, 2);
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("No appointment on ");
        moveTo(start.minusDays(7));
        moveTo(start.minusHours(2));
        stays(person, 2);
    }

    @Test
    void anAppointmentWhoseEventArrivesBeforeTheCaseIsNotLost() {
        Person person = office.unknownPerson();
        office.book(person, in(1, "12:00"));
        stays(person, 0);
        office.opened(person, "ht");
        expect(person, 1);
        assertThat(TestCarriers.texts(person.phone()).getFirst()).startsWith("Randevou ");
    }

    @Test
    void remindersOfTheAuthoritysInterviewOmitThePlace() {
        Person person = office.person("es");
        LocalDateTime start = in(10, "09:00");
        office.book(person, start, "AUTHORITY_INTERVIEW", null);
        expect(person, 1);
        moveTo(start.minusDays(7));
        expect(person, 2);
        assertThat(TestCarriers.texts(person.phone())).allSatisfy(each -> assertThat(each)
                .contains("en el lugar que ya conoce"));
    }

    @Test
    void aConfirmationAtNightIsPostponedToTheMorning() {
        moveTo(in(0, "22:00"));
        Person person = office.person("es");
        office.book(person, in(9, "11:00"));
        stays(person, 0);
        moveTo(in(1, "08:00"));
        expect(person, 1);
    }

    private static void expect(Person person, int count) {
        eventually().untilAsserted(() -> {
            assertThat(TestCarriers.texts(person.phone())).hasSize(count);
            assertThat(TestCarriers.mails(person.email())).hasSize(count);
        });
    }

    private static void stays(Person person, int count) {
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(count));
        assertThat(TestCarriers.mails(person.email())).hasSize(count);
    }

    /** The date in the text, for instance {@code mar 3 mar}. */
    private static String day(LocalDateTime at) {
        String month = List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
                .get(at.getMonthValue() - 1);
        return " %d %s,".formatted(at.getDayOfMonth(), month).toLowerCase(Locale.ROOT);
    }
}
