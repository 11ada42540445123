package org.refugio.notification.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;

/**
 * When what is said. Days are counted on the office's wall clock, hours as elapsed time; a reminder some days ahead comes
 * between 9:00 and 20:00, and each has a time after which it would only confuse.
 */
final class ReminderSchedule {

    private static final LocalTime EARLIEST = LocalTime.of(9, 0);
    private static final LocalTime LATEST = LocalTime.of(20, 0);
    private static final Duration SETTING_OUT = Duration.ofMinutes(30);

    private ReminderSchedule() {
    }

    /** A confirmation now, and every reminder whose time is still to come. */
    static List<PlannedMessage> forNew(AppointmentDetails appointment, Instant now) {
        return withReminders(appointment, now, MessageKind.CONFIRMATION);
    }

    /** A notice of the change now, and the reminders of the new date. */
    static List<PlannedMessage> forMoved(AppointmentDetails appointment, Instant now) {
        return withReminders(appointment, now, MessageKind.CHANGE_NOTICE);
    }

    /** A notice now that the appointment is off; none when it is over anyway. */
    static List<PlannedMessage> forCancelled(AppointmentDetails appointment, int revision, Instant now) {
        if (!appointment.start().isAfter(now)) {
            return List.of();
        }
        PlannedMessage notice = atOnce(appointment, now, MessageKind.CANCELLATION_NOTICE);
        return List
                .of(new PlannedMessage(notice.kind(), revision, notice.localDue(), notice.due(), notice.usefulUntil(),
                        notice.state()));
    }

    private static List<PlannedMessage> withReminders(AppointmentDetails appointment, Instant now, MessageKind first) {
        List<PlannedMessage> all = new ArrayList<>();
        if (!appointment.start().isAfter(now)) {
            return all;
        }
        all.add(atOnce(appointment, now, first));
        add(all, now, daysBefore(appointment, 7, MessageKind.REMINDER_7_DAYS, Duration.ofDays(3)));
        add(all, now, daysBefore(appointment, 2, MessageKind.REMINDER_2_DAYS, Duration.ofHours(4)));
        Instant twoHours = appointment.start().minus(Duration.ofHours(2));
        add(all, now, notice(appointment, MessageKind.REMINDER_2_HOURS, twoHours,
                appointment.start().minus(SETTING_OUT)));
        return all;
    }

    private static void add(List<PlannedMessage> all, Instant now, PlannedMessage reminder) {
        if (reminder.due().isAfter(now)) {
            all.add(reminder);
        }
    }

    private static PlannedMessage daysBefore(AppointmentDetails appointment, int days, MessageKind kind,
            Duration uselessBefore) {
        LocalDateTime local = decent(appointment.localStart().minusDays(days));
        return notice(appointment, kind, local.atZone(ZoneId.of(appointment.zone())).toInstant(),
                appointment.start().minus(uselessBefore));
    }

    private static LocalDateTime decent(LocalDateTime local) {
        if (local.toLocalTime().isBefore(EARLIEST)) {
            return local.toLocalDate().atTime(EARLIEST);
        }
        return local.toLocalTime().isAfter(LATEST) ? local.toLocalDate().atTime(LATEST) : local;
    }

    private static PlannedMessage atOnce(AppointmentDetails appointment, Instant now, MessageKind kind) {
        return notice(appointment, kind, QuietHours.earliest(now, ZoneId.of(appointment.zone()), appointment.start()),
                appointment.start());
    }

    private static PlannedMessage notice(AppointmentDetails appointment, MessageKind kind, Instant due,
            Instant usefulUntil) {
        return new PlannedMessage(kind, appointment.revision(),
                LocalDateTime.ofInstant(due, ZoneId.of(appointment.zone())),
                due,
                usefulUntil, PlannedMessage.State.PLANNED);
    }
}
