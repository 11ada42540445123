package org.refugio.messaging.consumer;

import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** The functions that Spring Cloud Stream binds, one for each producer in {@code refugio.messaging.consumes}. */
@Configuration(proxyBeanMethods = false)
public class ConsumerBindings {

    private static final String CONSUMES = "(',' + '${refugio.messaging.consumes:}'.replace(' ', '') + ',').contains(";

    @Bean
    @ConditionalOnExpression(CONSUMES + "',intake,')")
    Consumer<Message<byte[]>> intakeEvents(EventPipelines pipelines) {
        return consumer(pipelines, "intake");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',document,')")
    Consumer<Message<byte[]>> documentEvents(EventPipelines pipelines) {
        return consumer(pipelines, "document");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',scheduling,')")
    Consumer<Message<byte[]>> schedulingEvents(EventPipelines pipelines) {
        return consumer(pipelines, "scheduling");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',notification,')")
    Consumer<Message<byte[]>> notificationEvents(EventPipelines pipelines) {
        return consumer(pipelines, "notification");
    }

    private static Consumer<Message<byte[]>> consumer(EventPipelines pipelines, String producer) {
        EventPipeline<?> pipeline = pipelines.pipelineOf(producer);
        return message -> pipeline.accept(IncomingRecord.of(message));
    }
}
