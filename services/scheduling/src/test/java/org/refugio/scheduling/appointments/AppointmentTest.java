package org.refugio.scheduling.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimSet;

class AppointmentTest {

    private static final Instant NOW = Instant.parse("2027-01-05T12:00:00Z");
    private static final List<Instant> RELEASE_TIMES = List.of(NOW, NOW.plusSeconds(120));

    @Test
    void aPendingAppointmentIsNotValidAtAnyRevision() {
        Appointment requested = requested();
        assertThat(requested.status().committed()).isFalse();
        assertThat(requested.isValid(0)).isFalse();
        assertThat(requested.unsettled()).isTrue();
    }

    @Test
    void aBookedAppointmentHoldsEveryQuarterOfEveryHolderAndIsSettled() {
        Appointment booked = requested().dated(List.of(), NOW, NOW);
        assertThat(booked.isValid(1)).isTrue();
        assertThat(booked.holdings().heldIds()).hasSize(4 * 3).contains("case:c1|2027-01-12T16:45:00Z");
        assertThat(booked.unsettled()).isNull();
        assertThat(booked.bucket()).isEqualTo("tapachula|2027-01-12");
    }

    @Test
    void aMoveKeepsTheClaimsOfBothDatesAndReleasesTheOthers() {
        Appointment booked = requested().dated(List.of(), NOW, NOW).answered(ApplicantAnswer.CONFIRMED, "applicant",
                NOW);
        AppointmentPlan later = plan(LocalDateTime.parse("2027-01-12T10:30"));
        List<String> more = later.claims("c1").stream().filter(each -> !booked.holdings().heldIds().contains(each))
                .toList();
        Appointment moving = booked.withAttempt(new BookingIntent(new ClaimSet("t2", more), later, "me", NOW),
                RELEASE_TIMES);
        assertThat(moving.isValid(1)).as("the old date is valid until the new one is booked").isTrue();
        Appointment moved = moving.dated(List.of(), NOW, NOW);
        assertThat(moved.isValid(2)).isTrue();
        assertThat(moved.answer()).isEqualTo(ApplicantAnswer.NONE);
        assertThat(moved.holdings().heldIds()).containsExactlyInAnyOrderElementsOf(later.claims("c1"));
        assertThat(moved.holdings().due(NOW).stream().flatMap(each -> each.hold().claims().stream())).hasSize(2 * 3);
        assertThat(moved.holdings().isAlive("t1")).isTrue();
    }

    @Test
    void anAbandonedAttemptIsDeadAndReleasedAgainLater() {
        Appointment aborted = requested().withAttemptAbandoned(RELEASE_TIMES);
        assertThat(aborted.status()).isEqualTo(AppointmentStatus.ABORTED);
        assertThat(aborted.holdings().isAlive("t1")).isFalse();
        assertThat(aborted.holdings().due(NOW)).hasSize(1);
        Appointment freed = aborted.withReleased(aborted.holdings().due(NOW));
        assertThat(freed.lookAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(freed.withReleased(freed.holdings().releases()).unsettled()).isNull();
    }

    @Test
    void unresolvedCollisionsAreCheckedEverLessOften() {
        AttemptLeases leases = new AttemptLeases(Duration.ofSeconds(10), List.of(), Duration.ofSeconds(2), () -> NOW);
        Appointment colliding = requested().dated(List.of("a2"), NOW, NOW);
        assertThat(colliding.lookAt()).as("at once").isEqualTo(Instant.EPOCH);
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            colliding = colliding.withCollisions(List.of("a2"), colliding.collisionChecks().next(leases));
            delays.add(Duration.between(NOW, colliding.lookAt()).toSeconds());
        }
        assertThat(delays).startsWith(2L, 4L, 8L, 16L, 32L, 60L).endsWith(60L);
        assertThat(colliding.withCollisions(List.of(), colliding.collisionChecks().next(leases)).unsettled()).isNull();
    }

    @Test
    void aCancellationReleasesAllClaimsAndThoseOfAMoveInProgress() {
        Appointment booked = requested().dated(List.of(), NOW, NOW);
        AppointmentPlan later = plan(LocalDateTime.parse("2027-01-13T10:00"));
        Appointment cancelled = booked
                .withAttempt(new BookingIntent(new ClaimSet("t2", later.claims("c1")), later, "me", NOW), RELEASE_TIMES)
                .cancelled("me", NOW, NOW, RELEASE_TIMES);
        assertThat(cancelled.holdings().isAlive("t1")).isFalse();
        assertThat(cancelled.holdings().isAlive("t2")).isFalse();
        assertThat(cancelled.holdings().due(NOW)).hasSize(2);
        assertThat(cancelled.isValid(1)).isFalse();
    }

    @Test
    void theHistoryIsBounded() {
        Appointment appointment = requested().dated(List.of(), NOW, NOW);
        for (int i = 0; i < 200; i++) {
            appointment = appointment.answeredTooLate(i, "applicant", NOW);
        }
        assertThat(appointment.history()).hasSize(60);
        assertThat(appointment.history().getLast().revision()).isEqualTo(199);
    }

    private static Appointment requested() {
        AppointmentPlan plan = plan(LocalDateTime.parse("2027-01-12T10:00"));
        return Appointment.requested("a1", new AppointmentSubject("c1", "tapachula", "CONSULTATION", "es"),
                new BookingIntent(new ClaimSet("t1", plan.claims("c1")), plan, "me", NOW.plusSeconds(10)));
    }

    private static AppointmentPlan plan(LocalDateTime start) {
        return new AppointmentPlan(AppointmentTime.at(start, ZoneId.of("America/Mexico_City"), 60).orElseThrow(), "l1",
                null,
                "r1",
                "oficina");
    }
}
