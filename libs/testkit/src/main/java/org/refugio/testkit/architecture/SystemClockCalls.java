package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import java.util.Set;

/** The calls that read the system clock. */
final class SystemClockCalls {

    private static final Set<String> TYPES = Set.of("java.time.Instant", "java.time.LocalDate",
            "java.time.LocalDateTime", "java.time.LocalTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime",
            "java.time.Year", "java.time.YearMonth");

    private SystemClockCalls() {
    }

    /** {@code now()} without a clock, {@code Clock.system…()} and {@code System.currentTimeMillis()}. */
    static boolean contains(MethodCallTarget target) {
        String owner = target.getOwner().getFullName();
        boolean withClock = target.getRawParameterTypes().stream()
                .anyMatch(each -> each.getFullName().equals("java.time.Clock"));
        return target.getName().equals("now") && TYPES.contains(owner) && !withClock
                || owner.equals("java.time.Clock") && target.getName().startsWith("system")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    }
}
