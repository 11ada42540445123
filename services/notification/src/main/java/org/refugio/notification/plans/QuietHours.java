package org.refugio.notification.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** No messages are sent at night, unless in the morning it would be too late for the person to act on them. */
public final class QuietHours {

    private static final LocalTime FROM = LocalTime.of(21, 0);
    private static final LocalTime UNTIL = LocalTime.of(8, 0);
    private static final Duration TIME_TO_ACT = Duration.ofHours(3);

    private QuietHours() {
    }

    /** The earliest time to send: now, or in the morning. */
    public static Instant earliest(Instant now, ZoneId zone, Instant usefulUntil) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        boolean evening = !local.toLocalTime().isBefore(FROM);
        if (!evening && !local.toLocalTime().isBefore(UNTIL)) {
            return now;
        }
        Instant morning = local.toLocalDate().plusDays(evening ? 1 : 0).atTime(UNTIL).atZone(zone).toInstant();
        return morning.plus(TIME_TO_ACT).isAfter(usefulUntil) ? now : morning;
    }
}
