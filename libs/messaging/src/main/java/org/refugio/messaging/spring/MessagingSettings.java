package org.refugio.messaging.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this library.
 *
 * @param consumes the producers whose events the service handles, for instance {@code intake,scheduling}
 * @param publishes whether the service publishes events
 * @param topicPrefix the prefix of all topic names; empty except in tests
 * @param restored the operator's name for the last restore from a backup; a new name starts a new epoch
 * @param topicReplicas the least replication factor of the topics, checked at the start
 * @param topicInSync the least {@code min.insync.replicas} of the topics, checked at the start
 * @param instance the stable name of this instance, used for static group membership
 */
@ConfigurationProperties("refugio.messaging")
public record MessagingSettings(@DefaultValue("") List<String> consumes, @DefaultValue("true") boolean publishes,
        @DefaultValue("") String topicPrefix, @DefaultValue("") String restored, @DefaultValue("1") int topicReplicas,
        @DefaultValue("1") int topicInSync, @DefaultValue("0") String instance) {}
