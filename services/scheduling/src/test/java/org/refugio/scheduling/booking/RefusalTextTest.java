package org.refugio.scheduling.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentPlan;
import org.refugio.scheduling.appointments.AppointmentRefusal;
import org.refugio.scheduling.appointments.AppointmentSubject;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimSet;
import org.refugio.testkit.problems.NeededText;
import org.refugio.testkit.problems.ProblemTextCheck;

class RefusalTextTest {

    @Test
    void everyRefusalHasATitleAndADetailInEveryLanguage() {
        new ProblemTextCheck<>(Refusal.class,
                each -> new NeededText(ProblemText.bundle(each.textOwner()), each.rule(), each.arguments().size(),
                        ProblemText.termKeys(each.arguments())))
                .with(new BookingRefusal.AlreadyTaken(Stream.of("LAWYER", "INTERPRETER", "ROOM", "APPLICANT")
                        .map(kind -> new BookingRefusal.AlreadyTaken.Taken(kind, "id")).toList(), List.of()))
                .with(changed("BOOKED", "NONE")).with(changed("HELD", "CONFIRMED"))
                .with(changed("BOOKED", "CHANGE_REQUESTED")).with(changed("no-such-status", "no-such-answer"))
                .run("org.refugio.scheduling");
    }

    private static AppointmentRefusal changed(String seenStatus, String seenAnswer) {
        AppointmentPlan plan = new AppointmentPlan(AppointmentTime.at(LocalDateTime.parse("2027-01-12T10:00"),
                ZoneId.of("America/Mexico_City"), 60).orElseThrow(), "l1", null, "r1", "oficina");
        Appointment now = Appointment.requested("a1", new AppointmentSubject("c1", "tapachula", "CONSULTATION", "es"),
                new BookingIntent(new ClaimSet("t1", List.of()), plan, "me", Instant.EPOCH));
        return new AppointmentRefusal.ChangedMeanwhile(
                EntityTag.of(Appointment.STATUS, seenStatus).and(Appointment.ANSWER, seenAnswer), now);
    }
}
