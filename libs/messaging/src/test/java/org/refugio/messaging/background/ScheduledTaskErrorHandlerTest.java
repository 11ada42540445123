package org.refugio.messaging.background;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ScheduledTaskErrorHandlerTest {

    private final AtomicLong nanoTime = new AtomicLong(-7);
    private final ScheduledTaskErrorHandler handler = new ScheduledTaskErrorHandler(nanoTime::get);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ScheduledTaskErrorHandler.class);

    @BeforeEach
    void captureLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void releaseLog() {
        logger.detachAppender(log);
    }

    @Test
    void aFailureIsLoggedByItsClassesAndLocationWithoutItsMessages() {
        handler.handleError(new IllegalStateException("about Marisol", new ArithmeticException("Marisol's phone")));
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getKeyValuePairs().toString()).contains("IllegalStateException < ArithmeticException")
                    .contains("ScheduledTaskErrorHandlerTest.java").doesNotContain("Marisol");
            assertThat(event.getFormattedMessage()).doesNotContain("Marisol");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void aRepeatedFailureIsLoggedOnceAMinute() {
        RuntimeException repeated = new IllegalStateException("repeated");
        for (int second = 0; second <= 120; second++) {
            handler.handleError(repeated);
            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(log.list).hasSize(3);
    }

    @Test
    void anotherFailureIsLoggedAtOnce() {
        handler.handleError(new IllegalStateException());
        handler.handleError(new IllegalArgumentException());
        handler.handleError(new IllegalStateException(new StackOverflowError()));
        assertThat(log.list).hasSize(3);
    }
}
