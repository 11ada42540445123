package org.refugio.notification.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** At night nobody is disturbed, unless in the morning it would be too late to do anything about it. */
public final class QuietHours {

    private static final LocalTime FROM = LocalTime.of(21, 0);
    private static final LocalTime UNTIL = LocalTime.of(8, 0);
    private static final Duration TO_ACT_ON_IT = Duration.ofHours(3);

    private QuietHours() {
    }

    /** When it may leave at the earliest: now, or in the morning. */
    public static Instant earliest(Instant now, ZoneId zone, Instant usefulUntil) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        boolean late = !local.toLocalTime().isBefore(FROM);
        if (!late && !local.toLocalTime().isBefore(UNTIL)) {
            return now;
        }
        Instant morning = local.toLocalDate().plusDays(late ? 1 : 0).atTime(UNTIL).atZone(zone).toInstant();
        return morning.plus(TO_ACT_ON_IT).isAfter(usefulUntil) ? now : morning;
    }
}
