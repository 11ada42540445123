package org.refugio.e2e.edges;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Writes the body of a command from its schema, with one thing about it that is unusual. */
final class BodyGenerator {

    private final ApiRoute route;
    private final SampleObjects objects;
    private final Random random;
    private String variation;
    private int chosen;
    private int members;

    BodyGenerator(ApiRoute route, SampleObjects objects, Random random) {
        this.route = route;
        this.objects = objects;
        this.random = random;
    }

    byte[] body(String how) {
        variation = "";
        value("", route.body()); // counts the members
        variation = how;
        chosen = members == 0 ? 0 : random.nextInt(members);
        members = 0;
        byte[] body = value("", route.body()).getBytes(StandardCharsets.UTF_8);
        if (how.equals("bad UTF-8") && body.length > 2) {
            body[1 + random.nextInt(body.length - 2)] = (byte) 0xff;
        }
        return body;
    }

    private String object(JsonNode schema) {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean here = members++ == chosen;
            String name = "\"" + property.getKey() + "\": ";
            String usual = value(property.getKey(), route.resolved(property.getValue()));
            switch (here ? variation : "") {
                case "member" -> written.add(
                        name + EdgeValues.JSON.get(random.nextInt(EdgeValues.JSON.size())));
                case "duplicate member" -> written.addAll(List.of(name + usual, name + usual));
                case "unknown member" -> written.addAll(List.of(name + usual, "\"unknownMember\": " + usual));
                case "missing member" -> {
                }
                default -> written.add(name + usual);
            }
        }
        return "{" + String.join(", ", written) + "}";
    }

    private String value(String name, JsonNode schema) {
        if (schema.has("properties")) {
            return object(schema);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("string")) {
            case "array" -> "[" + value(name, route.resolved(schema.path("items"))) + "]";
            case "boolean" -> "true";
            case "integer", "number" -> Integer.toString(Math.max(schema.path("minimum").asInt(1), 60));
            case "object" -> "{}";
            default -> '"' + text(name, schema) + '"';
        };
    }

    private String text(String name, JsonNode schema) {
        String known = objects.value(name);
        if (schema.has("enum")) {
            JsonNode constants = schema.path("enum");
            return constants.path(random.nextInt(constants.size())).asString();
        }
        if (known != null) {
            return known;
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-01-05";
            case "date-time" -> "2020-01-01T00:00:00Z";
            default -> "text";
        };
    }
}
