package org.refugio.testkit.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.refugio.broker.TopicCreator;
import org.yaml.snakeyaml.Yaml;

/** The rules for a composition of containers. */
final class ComposeFile {

    private static final Pattern TOPIC = Pattern.compile("\\brefugio\\.([a-z]+)\\b");
    private static final Pattern HOST = Pattern.compile("^(?:http://)?([a-z][a-z-]*):\\d+$|@([a-z-]+):\\d+/");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{[A-Z_]+:\\?[^}]+}");
    private static final Set<String> REQUIRED_KEYS = Set.of("read_only", "healthcheck", "cap_drop");

    private final Map<String, Map<String, Object>> services;
    private final List<String> violations = new ArrayList<>();

    private ComposeFile(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    /** The violations, in words. */
    @SuppressWarnings("unchecked")
    static List<String> violations(String yaml) {
        Map<String, Object> all = new Yaml().load(yaml);
        ComposeFile compose = new ComposeFile((Map<String, Map<String, Object>>) all.get("services"));
        compose.services.forEach(compose::check);
        compose.checkTopics();
        return compose.violations;
    }

    private void check(String name, Map<String, Object> service) {
        names(service.get("depends_on")).stream().filter(each -> !services.containsKey(each))
                .forEach(each -> violations.add(name + " depends on " + each + ", which does not exist"));
        Map<String, Object> environment = map(service.get("environment"));
        environment.forEach((variable, value) -> checkValue(name, variable, String.valueOf(value)));
        if (service.containsKey("build")) {
            REQUIRED_KEYS.stream().filter(each -> !service.containsKey(each)).sorted()
                    .forEach(each -> violations.add(name + " has no " + each));
            SettingNames settings = SettingNames.of(module(service));
            environment.keySet().stream().filter(each -> !settings.contains(each))
                    .forEach(each -> violations.add(name + " sets " + each + ", which it does not read"));
        }
    }

    private void checkValue(String name, String variable, String value) {
        boolean secret = variable.matches(".*(PASSWORD|SECRET)") || value.matches(".*://[^/]*:[^/]*@.*");
        if (secret && !FROM_ENVIRONMENT.matcher(value).find()) {
            violations.add(name + " has the value of " + variable + " in the file");
        }
        Stream.of(value.split(",")).filter(_ -> !variable.contains("LISTENERS")).flatMap(each -> HOST.matcher(each)
                .results()).map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                .filter(each -> !services.containsKey(each))
                .forEach(each -> violations.add(name + " connects to " + each + ", which does not exist"));
    }

    private void checkTopics() {
        Set<String> created = new TreeSet<>();
        services.values().stream().filter(each -> String.valueOf(each.get("command")).contains("kafka-topics"))
                .forEach(each -> TOPIC.matcher(String.valueOf(each.get("command"))).results()
                        .forEach(topic -> created.add(topic.group(1))));
        if (!created.equals(new TreeSet<>(TopicCreator.PRODUCERS))) {
            violations.add("topics are created for " + created + ", but the producers are "
                    + new TreeSet<>(TopicCreator.PRODUCERS));
        }
    }

    private static String module(Map<String, Object> service) {
        Map<String, Object> arguments = map(map(service.get("build")).get("args"));
        return String.valueOf(arguments.getOrDefault("MODULE", "services/" + arguments.get("SERVICE")));
    }

    private static Collection<String> names(Object node) {
        return node instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : map(node).keySet();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
