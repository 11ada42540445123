package org.refugio.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.refugio.contracts.Event;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Everything a service gets by depending on this library. */
@AutoConfiguration(afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
@EnableConfigurationProperties(MessagingSettings.class)
@Import(ConsumerBindings.class)
class MessagingAutoConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer refugioConcerns() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(5, java.util.concurrent.TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(20, java.util.concurrent.TimeUnit.SECONDS));
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase refugioDatabase(MongoClient client, Environment environment) {
        return client.getDatabase(environment.getRequiredProperty("refugio.database"));
    }

    @Bean
    EventCodec refugioEventCodec() {
        return new EventCodec();
    }

    @Bean
    Trace refugioTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer found = tracer.getIfAvailable();
        Propagator carrying = propagator.getIfAvailable();
        return found == null || carrying == null ? new NoTrace() : new MicrometerTrace(found, carrying);
    }

    @Bean
    @ConditionalOnMissingBean
    RecordPublisher refugioPublisher(StreamBridge bridge, Environment environment) {
        return new StreamPublisher(bridge, environment.getRequiredProperty("spring.application.name"));
    }

    @Bean(destroyMethod = "close")
    Outbox refugioOutbox(EventCodec codec, Trace trace, RecordPublisher publisher, MongoDatabase database,
            MessagingSettings settings) {
        return new Outbox(codec, trace, new OutboxRelay(publisher), Epoch.of(database, settings.restored()));
    }

    @Bean
    AggregateFactory refugioAggregates(MongoDatabase database, Outbox outbox) {
        return new MongoAggregateFactory(database, outbox);
    }

    @Bean
    Pipelines refugioPipelines(List<EventHandler<? extends Event>> handlers, EventCodec codec, MongoDatabase database,
            Environment environment, Observations observations) {
        return new Pipelines(handlers, codec, database, environment.getRequiredProperty("spring.application.name"),
                observations);
    }

    @Bean
    Observations refugioObservations(ObjectProvider<MeterRegistry> meters, Trace trace) {
        return new MeteredObservations(meters.getIfAvailable(SimpleMeterRegistry::new), trace);
    }

    @Bean
    Operations refugioOperations(Outbox outbox, Pipelines pipelines) {
        return pipelines.operations(outbox);
    }

    @Bean
    BacklogMeters refugioBacklogMeters(Operations operations) {
        return new BacklogMeters(operations);
    }

    @Bean
    TopicReplay refugioTopicReplay(EventCodec codec, Observations observations, Environment environment) {
        Map<String, Object> client = new HashMap<>(Binder.get(environment)
                .bind("spring.cloud.stream.kafka.binder.configuration", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of()));
        client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.getRequiredProperty("spring.cloud.stream.kafka.binder.brokers"));
        return new TopicReplay(codec, observations, client,
                environment.getProperty("refugio.messaging.topic-prefix", ""));
    }

    @Bean(destroyMethod = "close")
    Sweeping refugioSweeping(Outbox outbox, Pipelines pipelines) {
        return new Sweeping(outbox, pipelines.all());
    }

    /** A fault of our own store or broker: the same record again, without limit, at a pace that lets them recover. */
    @Bean
    CommonErrorHandler refugioRetryForEver() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 1.5);
        backOff.setMaxInterval(3000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        // by default some classes of faults would be logged and passed over: an event would be lost without a trace
        handler.setClassifications(Map.of(), true);
        // the container's own line quotes the fault's words
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.TRACE);
        handler.setRetryListeners(new RetryLog());
        return handler;
    }
}
