package org.refugio.messaging.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

class SchedulingAutoConfigurationTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(IntegrationAutoConfiguration.class,
                    TaskSchedulingAutoConfiguration.class, SchedulingAutoConfiguration.class));

    @Configuration
    @EnableScheduling
    static class WithScheduledMethods {
    }

    @Test
    void theFrameworksUseTheSameScheduler() {
        app.withUserConfiguration(WithScheduledMethods.class)
                .run(context -> assertThat(context.getBeanNamesForType(TaskScheduler.class))
                        .containsExactly("taskScheduler"));
    }

    @Test
    void aTaskThatFailsRunsAgainOnAVirtualThread() {
        app.run(context -> {
            AtomicInteger runs = new AtomicInteger();
            AtomicInteger virtual = new AtomicInteger();
            context.getBean(TaskScheduler.class).scheduleWithFixedDelay(() -> {
                virtual.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
                if (runs.incrementAndGet() % 2 == 0) {
                    throw new StackOverflowError();
                }
                throw new IllegalStateException();
            }, Duration.ofMillis(1));
            await().untilAsserted(() -> assertThat(virtual.get()).isGreaterThanOrEqualTo(4));
        });
    }
}
