package org.refugio.scheduling.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimSet;

class AppointmentTest {

    private static final Instant NOW = Instant.parse("2027-01-05T12:00:00Z");
    private static final List<Instant> LOOKS = List.of(NOW, NOW.plusSeconds(120));

    @Test
    void oneThatIsOnlyWantedStandsForNobody() {
        Appointment wanted = wanted();
        assertThat(wanted.status().committed()).isFalse();
        assertThat(wanted.stands(0)).isFalse();
        assertThat(wanted.unsettled()).isTrue();
    }

    @Test
    void oneThatIsBookedHoldsEveryQuarterOfEverybodyAndIsSettled() {
        Appointment booked = wanted().dated(List.of(), NOW, NOW);
        assertThat(booked.stands(1)).isTrue();
        assertThat(booked.holdings().heldIds()).hasSize(4 * 3).contains("case:c1|2027-01-12T16:45:00Z");
        assertThat(booked.unsettled()).isNull();
        assertThat(booked.bucket()).isEqualTo("tapachula|2027-01-12");
    }

    @Test
    void aMoveKeepsWhatBothDatesNeedAndLetsGoOfTheRest() {
        Appointment booked = wanted().dated(List.of(), NOW, NOW).answered(ApplicantAnswer.CONFIRMED, "applicant", NOW);
        AppointmentPlan later = plan(LocalDateTime.parse("2027-01-12T10:30"));
        List<String> more = later.claims("c1").stream().filter(each -> !booked.holdings().heldIds().contains(each))
                .toList();
        Appointment moving = booked.attempting(new BookingIntent(new ClaimSet("t2", more), later, "me", NOW), LOOKS);
        assertThat(moving.stands(1)).as("until the new date is sure, the old one stands").isTrue();
        Appointment moved = moving.dated(List.of(), NOW, NOW);
        assertThat(moved.stands(2)).isTrue();
        assertThat(moved.answer()).isEqualTo(ApplicantAnswer.NONE);
        assertThat(moved.holdings().heldIds()).containsExactlyInAnyOrderElementsOf(later.claims("c1"));
        assertThat(moved.holdings().due(NOW).stream().flatMap(each -> each.hold().claims().stream())).hasSize(2 * 3);
        assertThat(moved.holdings().alive("t1")).isTrue();
    }

    @Test
    void anAttemptThatIsGivenUpIsDeadForEverAndLookedForAgain() {
        Appointment aborted = wanted().givingUp(LOOKS);
        assertThat(aborted.status()).isEqualTo(AppointmentStatus.ABORTED);
        assertThat(aborted.holdings().alive("t1")).isFalse();
        assertThat(aborted.holdings().due(NOW)).hasSize(1);
        Appointment freed = aborted.freed(aborted.holdings().due(NOW));
        assertThat(freed.lookAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(freed.freed(freed.holdings().releases()).unsettled()).isNull();
    }

    @Test
    void aCancellationLetsGoOfAllAndOfAMoveThatWasGoingOn() {
        Appointment booked = wanted().dated(List.of(), NOW, NOW);
        AppointmentPlan later = plan(LocalDateTime.parse("2027-01-13T10:00"));
        Appointment cancelled = booked
                .attempting(new BookingIntent(new ClaimSet("t2", later.claims("c1")), later, "me", NOW), LOOKS)
                .cancelled("me", NOW, NOW, LOOKS);
        assertThat(cancelled.holdings().alive("t1")).isFalse();
        assertThat(cancelled.holdings().alive("t2")).isFalse();
        assertThat(cancelled.holdings().due(NOW)).hasSize(2);
        assertThat(cancelled.stands(1)).isFalse();
    }

    @Test
    void theHistoryIsBounded() {
        Appointment appointment = wanted().dated(List.of(), NOW, NOW);
        for (int i = 0; i < 200; i++) {
            appointment = appointment.answeredTooLate(i, "applicant", NOW);
        }
        assertThat(appointment.history()).hasSize(60);
        assertThat(appointment.history().getLast().revision()).isEqualTo(199);
    }

    private static Appointment wanted() {
        AppointmentPlan plan = plan(LocalDateTime.parse("2027-01-12T10:00"));
        return Appointment.wanted("a1", new AppointmentSubject("c1", "tapachula", "CONSULTATION", "es"),
                new BookingIntent(new ClaimSet("t1", plan.claims("c1")), plan, "me", NOW.plusSeconds(10)));
    }

    private static AppointmentPlan plan(LocalDateTime start) {
        return new AppointmentPlan(LocalTimes.at(start, ZoneId.of("America/Mexico_City"), 60).orElseThrow(), "l1", null,
                "r1",
                "oficina");
    }
}
