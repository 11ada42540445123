package org.refugio.messaging.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param consumes the producers whose events this service handles, for instance {@code intake,scheduling}
 * @param publishes whether this service publishes events of its own
 * @param topicPrefix stands in front of every topic's name; empty but in tests
 * @param restored what the operator calls the last restore from a backup; a new name starts a new epoch
 * @param instance this instance's stable name, from which its static group membership follows
 */
@ConfigurationProperties("refugio.messaging")
public record MessagingSettings(@DefaultValue("") List<String> consumes, @DefaultValue("true") boolean publishes,
        @DefaultValue("") String topicPrefix, @DefaultValue("") String restored, @DefaultValue("0") String instance) {}
