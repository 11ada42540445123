package org.refugio.messaging.background;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * Logs the failure of a scheduled task by its classes and its place in the code, and keeps the task scheduled. Messages are
 * not logged, because they can quote personal data. A failure that repeats is logged at most once a minute: some tasks run
 * several times a second, and all of them fail while the store is unavailable.
 */
final class ScheduledTaskErrorHandler implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledTaskErrorHandler.class);
    private static final long LOG_INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MAX_CAUSES = 8;

    private final LongSupplier nanoTime;
    /** When a failure was last logged. One entry for each place in the code that fails, hence bounded. */
    private final Map<String, Long> lastLogged = new ConcurrentHashMap<>();

    ScheduledTaskErrorHandler(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void handleError(Throwable failure) {
        String classes = classes(failure);
        String location = location(failure);
        long now = nanoTime.getAsLong();
        boolean due = now == lastLogged.merge(classes + location, now,
                (last, current) -> current - last >= LOG_INTERVAL_NANOS ? current : last);
        if (due) {
            LOG.atWarn().addKeyValue("fault", classes).addKeyValue("at", location)
                    .log("a scheduled task failed and will run again");
        }
    }

    private static String classes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(MAX_CAUSES)
                .map(each -> each.getClass().getSimpleName()).collect(Collectors.joining(" < "));
    }

    /** The innermost frame of this system's own code. */
    private static String location(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(each -> each.getClassName().startsWith("org.refugio"))
                .findFirst().map(StackTraceElement::toString).orElse("");
    }
}
