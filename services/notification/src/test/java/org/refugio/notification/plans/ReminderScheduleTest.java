package org.refugio.notification.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;

class ReminderScheduleTest {

    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");

    @Test
    void aNewAppointmentHasAConfirmationAndThreeReminders() {
        List<PlannedMessage> plan = ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-01T10:00"));
        assertThat(plan).extracting(PlannedMessage::kind).containsExactly(MessageKind.CONFIRMATION,
                MessageKind.REMINDER_7_DAYS, MessageKind.REMINDER_2_DAYS, MessageKind.REMINDER_2_HOURS);
        assertThat(plan).extracting(PlannedMessage::due).containsExactly(at("2026-06-01T10:00"), at("2026-06-13T15:30"),
                at("2026-06-18T15:30"), at("2026-06-20T13:30"));
    }

    @Test
    void everyMessageIsUsefulAfterItIsDueAndUntilTheAppointment() {
        List<PlannedMessage> plan = ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-01T10:00"));
        assertThat(plan).allSatisfy(each -> assertThat(each.usefulUntil()).isAfter(each.due())
                .isBeforeOrEqualTo(at("2026-06-20T15:30")));
    }

    @Test
    void aReminderWhoseTimeHasPassedAtBookingIsNotPlanned() {
        assertThat(ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-17T10:00")))
                .extracting(PlannedMessage::kind)
                .containsExactly(MessageKind.CONFIRMATION, MessageKind.REMINDER_2_DAYS, MessageKind.REMINDER_2_HOURS);
        assertThat(ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-20T14:30")))
                .extracting(PlannedMessage::kind)
                .containsExactly(MessageKind.CONFIRMATION);
        assertThat(ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-20T15:30"))).isEmpty();
    }

    @Test
    void remindersOfDaysAheadAreSentInTheDaytime() {
        assertThat(localDue(ReminderSchedule.forNew(on("2026-06-20T07:30"), at("2026-06-01T10:00")),
                MessageKind.REMINDER_7_DAYS)).isEqualTo("2026-06-13T09:00");
        assertThat(localDue(ReminderSchedule.forNew(on("2026-06-20T20:30"), at("2026-06-01T10:00")),
                MessageKind.REMINDER_2_DAYS)).isEqualTo("2026-06-18T20:00");
    }

    @Test
    void theLocalHourIsKeptAcrossBothDaylightSavingChanges() {
        // Tijuana goes forward on 8 March 2026 and back on 1 November 2026
        for (String start : List.of("2026-03-10T11:00", "2026-11-03T11:00")) {
            List<PlannedMessage> plan = ReminderSchedule.forNew(on(start), at("2026-01-10T10:00"));
            PlannedMessage week = of(plan, MessageKind.REMINDER_7_DAYS);
            assertThat(week.localDue()).isEqualTo(LocalDateTime.parse(start).minusDays(7));
            assertThat(week.due().atZone(TIJUANA).toLocalDateTime()).isEqualTo(week.localDue());
            assertThat(Duration.between(week.due(), at(start))).isNotEqualTo(Duration.ofDays(7));
        }
    }

    @Test
    void twoHoursAreElapsedTimeOnTheNightOfADaylightSavingChange() {
        // 2:00 to 3:00 does not exist that night: two hours before 4:00 it is 1:00 local time
        PlannedMessage forward = of(ReminderSchedule.forNew(on("2026-03-08T04:00"), at("2026-03-01T10:00")),
                MessageKind.REMINDER_2_HOURS);
        assertThat(forward.due()).isEqualTo(at("2026-03-08T04:00").minus(Duration.ofHours(2)));
        assertThat(forward.localDue()).isEqualTo("2026-03-08T01:00");
        // on this night 1:00 to 2:00 occurs twice
        PlannedMessage back = of(ReminderSchedule.forNew(on("2026-11-01T03:00"), at("2026-10-20T10:00")),
                MessageKind.REMINDER_2_HOURS);
        assertThat(back.due()).isEqualTo(at("2026-11-01T03:00").minus(Duration.ofHours(2)));
        assertThat(back.localDue()).isEqualTo("2026-11-01T01:00");
    }

    @Test
    void aConfirmationAtNightIsPostponedToTheMorning() {
        PlannedMessage evening = ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-01T21:00")).getFirst();
        assertThat(evening.due()).isEqualTo(at("2026-06-02T08:00"));
        PlannedMessage early = ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-02T07:59")).getFirst();
        assertThat(early.due()).isEqualTo(at("2026-06-02T08:00"));
        assertThat(ReminderSchedule.forNew(on("2026-06-20T15:30"), at("2026-06-02T20:59")).getFirst().due())
                .isEqualTo(at("2026-06-02T20:59"));
    }

    @Test
    void aChangeOfAnAppointmentNextMorningIsSentAtNight() {
        Instant night = at("2026-06-01T22:00");
        assertThat(ReminderSchedule.forRescheduled(on("2026-06-02T10:00"), night).getFirst().due()).isEqualTo(night);
    }

    @Test
    void onlyFutureAppointmentsGetACancellationNotice() {
        assertThat(ReminderSchedule.forCancelled(on("2026-06-20T15:30"), 1, at("2026-06-19T10:00")))
                .extracting(PlannedMessage::kind)
                .containsExactly(MessageKind.CANCELLATION_NOTICE);
        assertThat(ReminderSchedule.forCancelled(on("2026-06-20T15:30"), 1, at("2026-06-20T16:00"))).isEmpty();
    }

    @Test
    void aMoveCancelsEverythingThatWasPlannedForTheOldDate() {
        AppointmentDetails first = on("2026-06-20T15:30");
        ReminderPlan plan = ReminderPlan.of(first, ReminderSchedule.forNew(first, at("2026-06-01T10:00")));
        AppointmentDetails second = on("2026-06-25T15:30", 2);
        ReminderPlan moved = plan.rescheduled(second, ReminderSchedule.forRescheduled(second, at("2026-06-02T10:00")));
        assertThat(moved.notices()).filteredOn(each -> each.revision() == 1)
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(PlannedMessage.State.DEAD));
        assertThat(moved.due(at("2026-06-30T10:00"))).isNotEmpty()
                .allSatisfy(each -> assertThat(each.revision()).isEqualTo(2));
    }

    @Test
    void aMessageCancelledWhileItIsFiredStaysCancelled() {
        AppointmentDetails first = on("2026-06-20T15:30");
        ReminderPlan plan = ReminderPlan.of(first, ReminderSchedule.forNew(first, at("2026-06-01T10:00")));
        PlannedMessage fired = plan.notices().getFirst().withState(PlannedMessage.State.FIRED);
        assertThat(plan.ended(List.of()).withSettled(List.of(fired)).notices().getFirst().state())
                .isEqualTo(PlannedMessage.State.DEAD);
        assertThat(plan.withSettled(List.of(fired)).buckets()).hasSize(3);
    }

    private static String localDue(List<PlannedMessage> plan, MessageKind kind) {
        return of(plan, kind).localDue().toString();
    }

    private static PlannedMessage of(List<PlannedMessage> plan, MessageKind kind) {
        return plan.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TIJUANA).toInstant();
    }

    private static AppointmentDetails on(String local) {
        return on(local, 1);
    }

    private static AppointmentDetails on(String local, int revision) {
        return new AppointmentDetails("a-1", revision, "case-1", "tijuana", "CONSULTATION",
                LocalDateTime.parse(local), TIJUANA.getId(), at(local), 60, "es", "l-1", null, "r-1",
                "oficina centro", List.of());
    }
}
