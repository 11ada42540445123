package org.refugio.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.refugio.broker.TopicCreator;

/**
 * The separate topics and databases of a test class, so that classes never see each other's events.
 *
 * @param prefix of the names of topics and databases
 */
public record TestNamespace(String prefix) {

    /** Creates a namespace and its topics. */
    public static TestNamespace create() {
        TestNamespace namespace = new TestNamespace("t" + UUID.randomUUID().toString().substring(0, 8) + "-");
        TopicCreator.create(TestInfrastructure.shared().kafka(), namespace.prefix());
        return namespace;
    }

    /** The environment variables of a service in this namespace, as the launcher sets them. */
    public Map<String, Object> variables(String service) {
        TestInfrastructure infrastructure = TestInfrastructure.shared();
        Map<String, Object> variables = new TreeMap<>();
        variables.put("REFUGIO_MONGODB_URI", infrastructure.mongodbUri());
        variables.put("REFUGIO_KAFKA", infrastructure.kafka());
        variables.put("REFUGIO_TOPIC_PREFIX", prefix);
        variables.put("REFUGIO_DATABASE", database(service));
        variables.put("REFUGIO_KEY_FILE", infrastructure.keyFile().toString());
        variables.put("REFUGIO_SERVICE_SECRET_FILE", infrastructure.serviceSecretFile().toString());
        variables.put("REFUGIO_ISSUER", infrastructure.issuer().uri());
        return variables;
    }

    /** Further properties of every service in this namespace: separate databases and a free management port. */
    public Map<String, Object> properties() {
        return Map.of("refugio.vault-database", database("vault"), "refugio.movable-clock.database",
                database("clock"), "management.server.port", "0");
    }

    /** The name of a database in this namespace. */
    public String database(String name) {
        return prefix.replace('-', '_') + name;
    }

    /** The topic of a producer in this namespace. */
    public String topic(String producer) {
        return prefix + "refugio." + producer;
    }

    /** An access token of a person with these roles, each {@code office:role}. */
    public static String token(String subject, String... memberships) {
        return TestInfrastructure.shared().issuer().token(subject, memberships);
    }
}
