package org.refugio.testkit.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a client can rely on in the description of a service. */
final class OpenApiRules {

    private static final String TYPES = "x-refugio-problem-types";

    private OpenApiRules() {
    }

    /**
     * A command lists the refusals of its rules, every problem names its types, every parameter has a schema, and operations
     * and schemas have names of their own. One sentence for each violation; a description without a command is one.
     */
    static List<String> violations(JsonNode description) {
        List<String> found = new ArrayList<>();
        Set<String> operations = new HashSet<>();
        boolean commands = false;
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String route = operation.getKey() + " " + path.getKey();
                if (!operations.add(operation.getValue().path("operationId").asString(""))) {
                    found.add(route + " has no operationId of its own");
                }
                JsonNode responses = operation.getValue().path("responses");
                boolean command = operation.getValue().path("parameters").valueStream()
                        .anyMatch(each -> each.path("name").asString("").equals("Idempotency-Key"));
                commands |= command;
                operation.getValue().path("parameters").valueStream().filter(each -> !each.has("schema"))
                        .forEach(each -> found.add(route + " has the parameter " + each.path("name").asString("")
                                + " without a schema"));
                if (command && responses.path("409").path(TYPES).isEmpty()) {
                    found.add(route + " is a command without a refusal");
                }
                responses.properties().stream().filter(each -> each.getKey().matches("[45]..")
                        && each.getValue().path(TYPES).isEmpty())
                        .forEach(each -> found.add(route + " does not list the types of its " + each.getKey()));
            }
        }
        if (!commands) {
            found.add("there is no command");
        }
        if (description.path("components").path("schemas").has("Command")) {
            found.add("the schema Command is not named after its owner");
        }
        return found;
    }
}
