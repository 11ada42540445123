package org.refugio.messaging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MessagingDefaultPropertiesTest {

    private static String groupAfter(String restored) {
        return group(Map.of("REFUGIO_RESTORED", restored));
    }

    private static String group(Map<String, Object> given) {
        Map<String, Object> properties = new HashMap<>(given);
        properties.putAll(Map.of("refugio.messaging.consumes", "intake", "spring.application.name", "console"));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new MessagingDefaultProperties().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("spring.cloud.stream.bindings.intakeEvents-in-0.group");
    }

    @Test
    void aRestoreHasAConsumerGroupThatReadsTheTopicsFromTheBeginningOnce() {
        assertThat(groupAfter("")).isEqualTo("console");
        assertThat(groupAfter("3 March")).startsWith("console-").isEqualTo(groupAfter("3 March"))
                .isNotEqualTo(groupAfter("4 March"));
    }

    @Test
    void installationsThatShareABrokerHaveGroupsOfTheirOwn() {
        assertThat(group(Map.of("REFUGIO_TOPIC_PREFIX", "north."))).isEqualTo("north.console");
    }
}
