package org.refugio.messaging.background;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Gives a service the {@link TaskScheduler} that all of its periodic work runs on. Its name makes the frameworks use the
 * same one.
 */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class, beforeName = "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration")
class SchedulingAutoConfiguration {

    private static final int CONCURRENT_TASKS = 8;

    @Bean
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("scheduled-");
        scheduler.setPoolSize(CONCURRENT_TASKS);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setErrorHandler(new ScheduledTaskErrorHandler(System::nanoTime));
        return scheduler;
    }
}
