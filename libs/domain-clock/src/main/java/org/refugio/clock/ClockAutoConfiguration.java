package org.refugio.clock;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The {@link DomainClock} of a service: the system clock unless {@code REFUGIO_CLOCK=movable}. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
class ClockAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "refugio.clock", havingValue = "movable")
    @EnableConfigurationProperties(ClockSettings.class)
    static class Movable {

        @Bean
        @ConditionalOnMissingBean(DomainClock.class)
        MovableDomainClock domainClock(MongoClient store, ClockSettings settings) {
            return new MovableDomainClock(Clock.systemUTC(), new StoredOffset(store, settings.database()),
                    settings.every());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "refugio.clock", havingValue = "system", matchIfMissing = true)
    static class SystemTime {

        @Bean
        @ConditionalOnMissingBean(DomainClock.class)
        SystemDomainClock domainClock() {
            return new SystemDomainClock(Clock.systemUTC());
        }
    }
}
