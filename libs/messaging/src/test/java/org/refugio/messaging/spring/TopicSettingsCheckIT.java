package org.refugio.messaging.spring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.testkit.TestInfrastructure;

/** A service does not start on topics that can lose events. */
class TopicSettingsCheckIT {

    private static final Map<String, String> RIGHT = Map.of("retention.ms", "-1", "retention.bytes", "-1",
            "cleanup.policy", "delete", "max.message.bytes", "1048588");
    private static final Map<String, Object> CLIENT = Map.of("bootstrap.servers", TestInfrastructure.shared().kafka());

    private final String topic = "checked-" + UUID.randomUUID();

    private void create(Map<String, String> different) throws Exception {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.putAll(different);
        try (Admin admin = Admin.create(CLIENT)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1).configs(settings))).all().get(30,
                    TimeUnit.SECONDS);
        }
    }

    private void check(int replicas, int inSync) {
        new TopicSettingsCheck(CLIENT, List.of(topic), replicas, inSync).afterSingletonsInstantiated();
    }

    @Test
    void aLogThatKeepsEverythingIsAccepted() throws Exception {
        create(Map.of());
        assertThatCode(() -> check(1, 1)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"retention.ms,604800000", "retention.bytes,1000000000", "cleanup.policy,compact",
            "max.message.bytes,100000", "unclean.leader.election.enable,true"})
    void aSettingThatLosesEventsIsRefusedByName(String name, String value) throws Exception {
        create(Map.of(name, value));
        assertThatThrownBy(() -> check(1, 1)).isInstanceOf(IllegalStateException.class).hasMessageContaining(topic)
                .hasMessageContaining(name);
    }

    @Test
    void fewerReplicasThanAskedForAreRefused() throws Exception {
        create(Map.of());
        assertThatThrownBy(() -> check(3, 2)).hasMessageContaining("REFUGIO_TOPIC_REPLICAS")
                .hasMessageContaining("REFUGIO_TOPIC_IN_SYNC");
    }

    @Test
    void aMissingTopicIsRefused() {
        assertThatThrownBy(() -> check(1, 1)).hasMessageContaining("does not exist");
    }

    @Test
    void aBrokerThatDoesNotAnswerDoesNotPreventTheStart() {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1_000,
                "request.timeout.ms", 500);
        assertThatCode(() -> new TopicSettingsCheck(nobody, List.of(topic), 1, 1).afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }
}
