package org.refugio.messaging.consumer;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** The functions that Spring Cloud Stream binds, one for each producer in {@code refugio.messaging.consumes}. */
@Configuration(proxyBeanMethods = false)
public class ConsumerBindings {

    private static final String CONSUMES = "(',' + '${refugio.messaging.consumes:}'.replace(' ', '') + ',').contains(";

    @Bean
    @ConditionalOnExpression(CONSUMES + "',intake,')")
    Consumer<Message<List<byte[]>>> intakeEvents(EventPipelines pipelines) {
        return consumer(pipelines, "intake");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',document,')")
    Consumer<Message<List<byte[]>>> documentEvents(EventPipelines pipelines) {
        return consumer(pipelines, "document");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',scheduling,')")
    Consumer<Message<List<byte[]>>> schedulingEvents(EventPipelines pipelines) {
        return consumer(pipelines, "scheduling");
    }

    @Bean
    @ConditionalOnExpression(CONSUMES + "',notification,')")
    Consumer<Message<List<byte[]>>> notificationEvents(EventPipelines pipelines) {
        return consumer(pipelines, "notification");
    }

    private static Consumer<Message<List<byte[]>>> consumer(EventPipelines pipelines, String producer) {
        EventPipeline<?> pipeline = pipelines.pipelineOf(producer);
        return batch -> pipeline.accept(IncomingRecord.of(batch), batch.getHeaders()
                .get(KafkaHeaders.ACKNOWLEDGMENT, Acknowledgment.class)::acknowledge);
    }
}
