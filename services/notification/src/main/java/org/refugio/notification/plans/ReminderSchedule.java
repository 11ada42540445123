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
 * Computes when messages are sent. Days are counted in the office's local time, hours as elapsed time; a reminder days
 * ahead is sent between 9:00 and 20:00, and each message has a time after which it is no longer sent.
 */
final class ReminderSchedule {

    private static final LocalTime EARLIEST = LocalTime.of(9, 0);
    private static final LocalTime LATEST = LocalTime.of(20, 0);
    private static final Duration MINIMUM_TRAVEL_TIME = Duration.ofMinutes(30);

    private ReminderSchedule() {
    }

    /** A confirmation now, and every reminder that is due in the future. */
    static List<PlannedMessage> forNew(AppointmentDetails appointment, Instant now) {
        return withReminders(appointment, now, MessageKind.CONFIRMATION);
    }

    /** A message of the change now, and the reminders of the new date. */
    static List<PlannedMessage> forRescheduled(AppointmentDetails appointment, Instant now) {
        return withReminders(appointment, now, MessageKind.CHANGE_NOTICE);
    }

    /** A cancellation message now; none when the appointment is in the past. */
    static List<PlannedMessage> forCancelled(AppointmentDetails appointment, int revision, Instant now) {
        if (!appointment.start().isAfter(now)) {
            return List.of();
        }
        PlannedMessage message = immediately(appointment, now, MessageKind.CANCELLATION_NOTICE);
        return List
                .of(new PlannedMessage(message.kind(), revision, message.localDue(), message.due(),
                        message.usefulUntil(),
                        message.state()));
    }

    private static List<PlannedMessage> withReminders(AppointmentDetails appointment, Instant now, MessageKind first) {
        List<PlannedMessage> all = new ArrayList<>();
        if (!appointment.start().isAfter(now)) {
            return all;
        }
        all.add(immediately(appointment, now, first));
        add(all, now, daysBefore(appointment, 7, MessageKind.REMINDER_7_DAYS, Duration.ofDays(3)));
        add(all, now, daysBefore(appointment, 2, MessageKind.REMINDER_2_DAYS, Duration.ofHours(4)));
        Instant twoHours = appointment.start().minus(Duration.ofHours(2));
        add(all, now, message(appointment, MessageKind.REMINDER_2_HOURS, twoHours,
                appointment.start().minus(MINIMUM_TRAVEL_TIME)));
        return all;
    }

    private static void add(List<PlannedMessage> all, Instant now, PlannedMessage reminder) {
        if (reminder.due().isAfter(now)) {
            all.add(reminder);
        }
    }

    private static PlannedMessage daysBefore(AppointmentDetails appointment, int days, MessageKind kind,
            Duration validBefore) {
        LocalDateTime local = withinDaytime(appointment.localStart().minusDays(days));
        return message(appointment, kind, local.atZone(ZoneId.of(appointment.zone())).toInstant(),
                appointment.start().minus(validBefore));
    }

    private static LocalDateTime withinDaytime(LocalDateTime local) {
        if (local.toLocalTime().isBefore(EARLIEST)) {
            return local.toLocalDate().atTime(EARLIEST);
        }
        return local.toLocalTime().isAfter(LATEST) ? local.toLocalDate().atTime(LATEST) : local;
    }

    private static PlannedMessage immediately(AppointmentDetails appointment, Instant now, MessageKind kind) {
        return message(appointment, kind, QuietHours.earliest(now, ZoneId.of(appointment.zone()), appointment.start()),
                appointment.start());
    }

    private static PlannedMessage message(AppointmentDetails appointment, MessageKind kind, Instant due,
            Instant usefulUntil) {
        return new PlannedMessage(kind, appointment.revision(),
                LocalDateTime.ofInstant(due, ZoneId.of(appointment.zone())),
                due,
                usefulUntil, PlannedMessage.State.PLANNED);
    }
}
