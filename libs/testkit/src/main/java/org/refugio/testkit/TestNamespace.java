package org.refugio.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.refugio.broker.TopicCreator;

/**
 * Topics and databases of one test class's own, so that classes never see one another's events.
 *
 * @param prefix stands in front of the topics' and databases' names
 */
public record TestNamespace(String prefix) {

    /** A new one, its topics made. */
    public static TestNamespace fresh() {
        TestNamespace world = new TestNamespace("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
        TopicCreator.create(TestInfrastructure.shared().kafka(), world.prefix());
        return world;
    }

    /** The environment variables of a service in this world, as the launcher would give them. */
    public Map<String, Object> variables(String service) {
        TestInfrastructure backbone = TestInfrastructure.shared();
        Map<String, Object> out = new TreeMap<>();
        out.put("REFUGIO_MONGODB_URI", backbone.mongodbUri());
        out.put("REFUGIO_KAFKA", backbone.kafka());
        out.put("REFUGIO_TOPIC_PREFIX", prefix);
        out.put("REFUGIO_DATABASE", database(service));
        out.put("REFUGIO_KEY_FILE", backbone.keyFile().toString());
        out.put("REFUGIO_SERVICE_SECRET_FILE", backbone.serviceSecretFile().toString());
        out.put("REFUGIO_ISSUER", backbone.issuer().uri());
        return out;
    }

    /** What a world has besides: databases of its own, and any free port. */
    public Map<String, Object> properties() {
        return Map.of("refugio.vault-database", database("vault"), "refugio.movable-clock.database",
                database("clock"), "management.server.port", "0");
    }

    /** The name of a database in this world. */
    public String database(String name) {
        return prefix.replace('-', '_') + name;
    }

    /** The topic of a producer. */
    public String topic(String producer) {
        return prefix + "refugio." + producer;
    }

    /** An access token of a person who holds these roles, each {@code office:role}. */
    public static String token(String subject, String... memberships) {
        return TestInfrastructure.shared().issuer().token(subject, memberships);
    }
}
