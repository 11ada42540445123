package org.refugio.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics. They are the event log: they retain everything, and their number of partitions never changes. */
public final class TopicCreator {

    /** The services that publish. */
    public static final List<String> PRODUCERS = List.of("intake", "document", "scheduling", "notification");

    private static final int PARTITIONS = 8;
    private static final Map<String, String> SETTINGS = Map.of("retention.ms", "-1", "retention.bytes", "-1",
            "cleanup.policy", "delete", "max.message.bytes", "1048588");

    private TopicCreator() {
    }

    /** Create the missing topics; existing topics are not changed. */
    public static void create(String bootstrapServers, String prefix) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String producer : PRODUCERS) {
                create(admin, new NewTopic(prefix + "refugio." + producer, PARTITIONS, (short) 1).configs(SETTINGS));
            }
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic.name() + " could not be created", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker did not create " + topic.name() + " within 30 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
