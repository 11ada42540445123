package org.refugio.messaging.spring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Checks the topics before the service uses them. They are the event log: a topic that forgets events, or that loses
 * acknowledged ones with a single broker, looks healthy until the day when the events are needed. The settings are read once,
 * at the start.
 */
final class TopicSettingsCheck implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSettingsCheck.class);
    /** Also of the end of the client, which waits for its requests. */
    private static final int TIMEOUT_MILLIS = 10_000;
    /** The broker's default, above the largest event that is stored. */
    private static final long MIN_MESSAGE_BYTES = 1_048_588;

    private final Map<String, Object> client;
    private final Collection<String> topics;
    private final int replicas;
    private final int inSync;

    /**
     * @param client the settings of the connection to the broker
     * @param replicas the least replication factor
     * @param inSync the least {@code min.insync.replicas}
     */
    TopicSettingsCheck(Map<String, Object> client, Collection<String> topics, int replicas, int inSync) {
        this.client = new HashMap<>(client);
        this.client.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        this.client.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        this.topics = topics;
        this.replicas = replicas;
        this.inSync = inSync;
    }

    /** @throws IllegalStateException when a topic is missing or has a setting with which events can be lost */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults;
        try (Admin admin = Admin.create(client)) {
            faults = faults(admin);
        } catch (KafkaException e) { // for instance the name of the broker is not known yet
            LOG.warn("The settings of the topics are not checked: {}", e.getClass().getSimpleName());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
    }

    /** Asks for all topics at once. */
    private List<String> faults(Admin admin) throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> described = admin.describeTopics(topics).topicNameValues();
        Map<ConfigResource, KafkaFuture<Config>> configured = admin
                .describeConfigs(topics.stream().map(TopicSettingsCheck::resource).toList()).values();
        List<String> faults = new ArrayList<>();
        for (String topic : topics) {
            try {
                Config config = configured.get(resource(topic)).get();
                faults.addAll(faults(topic, described.get(topic).get(), name -> config.get(name).value()));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    faults.add("the topic " + topic + " does not exist: create it before the services start");
                } else {
                    LOG.warn("The settings of the topic {} are not checked: {}", topic,
                            e.getCause().getClass().getSimpleName());
                }
            }
        }
        return faults;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private List<String> faults(String topic, TopicDescription description, Function<String, String> config) {
        int least = description.partitions().stream().mapToInt(each -> each.replicas().size()).min().orElse(0);
        return List.of(
                fault(config.apply("retention.ms").equals("-1"), "retention.ms must be -1: events are kept for ever"),
                fault(config.apply("retention.bytes").equals("-1"),
                        "retention.bytes must be -1: events are kept for ever"),
                fault(config.apply("cleanup.policy").equals("delete"),
                        "cleanup.policy must be delete: compaction removes events"),
                fault(Long.parseLong(config.apply("max.message.bytes")) >= MIN_MESSAGE_BYTES,
                        "max.message.bytes must be at least " + MIN_MESSAGE_BYTES),
                fault(config.apply("unclean.leader.election.enable").equals("false"),
                        "unclean.leader.election.enable must be false: it loses acknowledged events"),
                fault(least >= replicas, "a partition has " + least + " replicas, REFUGIO_TOPIC_REPLICAS asks for "
                        + replicas),
                fault(Integer.parseInt(config.apply("min.insync.replicas")) >= inSync,
                        "min.insync.replicas is " + config.apply("min.insync.replicas")
                                + ", REFUGIO_TOPIC_IN_SYNC asks for " + inSync))
                .stream().flatMap(Optional::stream)
                .collect(Collectors.mapping(fault -> "topic " + topic + ": " + fault, Collectors.toList()));
    }

    private static Optional<String> fault(boolean right, String otherwise) {
        return right ? Optional.empty() : Optional.of(otherwise);
    }
}
