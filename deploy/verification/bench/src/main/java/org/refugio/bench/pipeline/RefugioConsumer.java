package org.refugio.bench.pipeline;

import com.mongodb.client.MongoDatabase;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.testkit.TestNamespaceInitializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A service with the usual configuration of the messaging library and a handler with one effect. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = {"org.refugio.access.web.security.SecurityAutoConfiguration",
        "org.refugio.access.web.WebAutoConfiguration", "org.refugio.access.AccessAutoConfiguration",
        "org.refugio.access.audit.AuditAutoConfiguration", "org.refugio.access.openapi.OpenApiAutoConfiguration",
        "org.refugio.access.operations.OperationsAutoConfiguration"}) // it has no HTTP interface
class RefugioConsumer {

    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(RefugioConsumer.class).web(WebApplicationType.NONE)
                .initializers(new TestNamespaceInitializer()).properties("spring.application.name=bench",
                        "refugio.messaging.consumes=intake", "refugio.messaging.publishes=false")
                .run();
    }

    @Bean
    EffectCollection landed(MongoDatabase database) {
        return new EffectCollection(database);
    }

    @Bean
    EventHandler<IntakeEvent> handler(EffectCollection landed) {
        return new EventHandler<>() {

            @Override
            public Class<IntakeEvent> producer() {
                return IntakeEvent.class;
            }

            @Override
            public void on(IntakeEvent event, EventOrigin source) {
                if (event instanceof IntakeEvent.StepChanged step) {
                    landed.effect(source.aggregate(), source.sequence(), step.step().name());
                    landed.done();
                }
            }
        };
    }
}
