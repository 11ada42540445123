package org.refugio.access.audit;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The {@link AuditTrail} of a service, in its own database. */
@AutoConfiguration(afterName = "org.refugio.messaging.spring.MessagingAutoConfiguration")
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@Import(AuditController.class)
class AuditAutoConfiguration {

    @Bean
    AuditTrail auditTrail(MongoDatabase database, Environment environment) {
        String instance = environment.getProperty("refugio.instance",
                environment.getProperty("spring.application.name", "service") + "-0");
        return new AuditTrail(database, instance,
                environment.getProperty("refugio.access.audit-patience", Duration.class, Duration.ofSeconds(5)));
    }
}
