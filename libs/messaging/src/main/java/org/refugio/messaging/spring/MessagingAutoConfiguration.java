package org.refugio.messaging.spring;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.refugio.contracts.Event;
import org.refugio.messaging.consumer.ConsumerBindings;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.consumer.EventPipelines;
import org.refugio.messaging.consumer.PipelineMetrics;
import org.refugio.messaging.consumer.ProjectionRebuilder;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.observability.MicrometerPipelineMetrics;
import org.refugio.messaging.observability.MicrometerTracePropagation;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.messaging.observability.RetryLogger;
import org.refugio.messaging.observability.TracePropagation;
import org.refugio.messaging.operations.EventBacklogMetrics;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.operations.RecoverySweeper;
import org.refugio.messaging.outbox.Outbox;
import org.refugio.messaging.outbox.RecordPublisher;
import org.refugio.messaging.outbox.StreamBridgeRecordPublisher;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.MongoAggregateRepositoryFactory;
import org.refugio.messaging.repository.StoreEpoch;
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
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The beans of every service that depends on this library. */
@AutoConfiguration(afterName = {"org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
        "org.refugio.messaging.background.SchedulingAutoConfiguration"})
@EnableConfigurationProperties(MessagingSettings.class)
@Import(ConsumerBindings.class)
class MessagingAutoConfiguration {

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LAST_RETRY_MILLIS = 3_000;
    private static final double RETRY_FACTOR = 1.5;

    /** Calls at once: of the requests that are worked on, of the consumers, and of the tasks in the background. */
    private static final int STORE_CONNECTIONS = 100;

    @Bean
    MongoClientSettingsBuilderCustomizer refugioStoreSettings() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY).readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(STORE_CONNECTIONS).maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(20, TimeUnit.SECONDS));
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
    TracePropagation refugioTrace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer availableTracer = tracer.getIfAvailable();
        Propagator availablePropagator = propagator.getIfAvailable();
        return availableTracer == null || availablePropagator == null
                ? new NoTracePropagation()
                : new MicrometerTracePropagation(availableTracer, availablePropagator);
    }

    @Bean
    @ConditionalOnMissingBean
    RecordPublisher refugioPublisher(StreamBridge bridge, Environment environment) {
        return new StreamBridgeRecordPublisher(bridge, environment.getRequiredProperty("spring.application.name"));
    }

    @Bean(destroyMethod = "close")
    Outbox refugioOutbox(EventCodec codec, TracePropagation trace, RecordPublisher publisher, MongoDatabase database,
            MessagingSettings settings) {
        return new Outbox(codec, trace, publisher, new StoreEpoch(database, settings.restored()));
    }

    @Bean
    AggregateRepositoryFactory refugioAggregates(MongoDatabase database, Outbox outbox) {
        return new MongoAggregateRepositoryFactory(database, outbox);
    }

    @Bean(destroyMethod = "close")
    EventPipelines refugioPipelines(List<EventHandler<? extends Event>> handlers, EventCodec codec,
            MongoDatabase database, Environment environment, PipelineMetrics metrics) {
        return new EventPipelines(handlers, codec, database, environment.getRequiredProperty("spring.application.name"),
                metrics);
    }

    @Bean
    PipelineMetrics refugioPipelineMetrics(ObjectProvider<MeterRegistry> meters, TracePropagation trace) {
        return new MicrometerPipelineMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), trace);
    }

    @Bean
    EventOperations refugioOperations(Outbox outbox, EventPipelines pipelines) {
        return new EventOperations(outbox, pipelines);
    }

    @Bean
    EventBacklogMetrics refugioBacklogMetrics(EventOperations operations) {
        return new EventBacklogMetrics(operations);
    }

    @Bean
    ProjectionRebuilder refugioProjectionRebuilder(EventCodec codec, PipelineMetrics metrics, Environment environment) {
        return new ProjectionRebuilder(codec, metrics, brokerClient(environment),
                environment.getProperty("refugio.messaging.topic-prefix", ""));
    }

    @Bean
    TopicSettingsCheck refugioTopicSettingsCheck(MessagingSettings settings, Environment environment) {
        Stream<String> published = settings.publishes()
                ? Stream.of(environment.getRequiredProperty("spring.application.name"))
                : Stream.of();
        List<String> topics = Stream.concat(published, settings.consumes().stream())
                .filter(EventCodec.PRODUCERS::containsKey).distinct()
                .map(each -> settings.topicPrefix() + "refugio." + each).toList();
        return new TopicSettingsCheck(brokerClient(environment), topics, settings.topicReplicas(),
                settings.topicInSync());
    }

    private static Map<String, Object> brokerClient(Environment environment) {
        Map<String, Object> client = new HashMap<>(Binder.get(environment)
                .bind("spring.cloud.stream.kafka.binder.configuration", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of()));
        client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.getRequiredProperty("spring.cloud.stream.kafka.binder.brokers"));
        return client;
    }

    @Bean(destroyMethod = "close")
    RecoverySweeper refugioRecoverySweeper(TaskScheduler scheduler, Outbox outbox, EventPipelines pipelines) {
        return new RecoverySweeper(scheduler, outbox, pipelines);
    }

    /** While the store or the broker does not respond, retries a record without limit, with growing delays. */
    @Bean
    CommonErrorHandler refugioUnlimitedRetry() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, RETRY_FACTOR);
        backOff.setMaxInterval(LAST_RETRY_MILLIS);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        // by default exceptions of some classes are logged and the record is skipped, which would lose an event
        handler.setClassifications(Map.of(), true);
        // the container's own log line quotes the message of the exception
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.TRACE);
        handler.setRetryListeners(new RetryLogger());
        return handler;
    }
}
