package org.refugio.messaging.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * The properties that all services share, as the property source with the lowest precedence, so that a service's own file
 * contains only what differs. The bindings are derived from {@code refugio.messaging.consumes}.
 */
final class MessagingDefaultProperties implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources()
                .addLast(new MapPropertySource("refugio-bindings", bindings(environment)));
        try {
            environment.getPropertySources()
                    .addLast(new ResourcePropertySource("refugio-messaging", new ClassPathResource(
                            "org/refugio/messaging/defaults.properties",
                            MessagingDefaultProperties.class.getClassLoader())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> bindings(ConfigurableEnvironment environment) {
        List<String> consumes = Arrays.stream(environment.getProperty("refugio.messaging.consumes", "").split(","))
                .map(String::strip).filter(each -> !each.isEmpty()).toList();
        String instance = environment.getProperty("REFUGIO_INSTANCE", "");
        // of this installation, where several share a broker
        String group = "${refugio.messaging.topic-prefix}${spring.application.name}"
                + suffix(environment.getProperty("REFUGIO_RESTORED", ""));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.cloud.function.definition",
                String.join(";", consumes.stream().map(MessagingDefaultProperties::function).toList()));
        for (String producer : consumes) {
            String binding = "spring.cloud.stream.bindings." + function(producer) + "-in-0";
            properties.put(binding + ".destination", "${refugio.messaging.topic-prefix}refugio." + producer);
            properties.put(binding + ".group", group);
            if (!instance.isEmpty()) {
                // static membership: after a crash the instance gets its partitions back without a session timeout
                properties.put("spring.cloud.stream.kafka.bindings." + function(producer)
                        + "-in-0.consumer.configuration.group.instance.id", instance + "-" + producer);
            }
        }
        return properties;
    }

    /**
     * After a restore the stored cursors are older than the offsets of the group. A new group reads everything again, once, and
     * duplicates are skipped. To seek when partitions are assigned is not enough: the group rebalances while its members
     * start, and what is assigned again begins at the committed offset.
     */
    private static String suffix(String restored) {
        return restored.isBlank()
                ? ""
                : "-" + UUID.nameUUIDFromBytes(restored.strip().getBytes(StandardCharsets.UTF_8));
    }

    static String function(String producer) {
        return producer + "Events";
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
