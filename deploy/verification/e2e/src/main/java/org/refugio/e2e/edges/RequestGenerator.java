package org.refugio.e2e.edges;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Makes a request from a route, an unusual value and a user. The same seed and number make the same request. */
final class RequestGenerator {

    /** The first has the most permissions in its office, and is used most. */
    private static final List<String> USERS = List.of("coordinator.tapachula", "legal.tapachula", "intake.tapachula",
            "scheduler.tapachula", "interpreter.tapachula", "coordinator.tijuana", "admin.federation",
            "auditor.federation", "");

    private final List<ApiRoute> routes;
    private final SampleObjects objects;
    private final long seed;

    RequestGenerator(List<ApiRoute> routes, SampleObjects objects, long seed) {
        this.routes = routes;
        this.objects = objects;
        this.seed = seed;
    }

    EdgeRequest request(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt();
        ApiRoute route = routes.get(number % routes.size());
        String user = random.nextBoolean() ? USERS.getFirst() : one(USERS, random);
        List<String> variations = new ArrayList<>(List.of("none", "path", "query", "accept"));
        if (route.requires("If-Match")) {
            variations.addAll(List.of("If-Match", "If-Match"));
        }
        if (route.requires("Idempotency-Key")) {
            variations.add("Idempotency-Key");
        }
        if (!route.body().isMissingNode()) {
            variations.addAll(List.of("member", "member", "member", "member", "member", "unknown member",
                    "duplicate member", "missing member", "body", "bad UTF-8", "content type"));
        } else if (route.takesFile()) {
            variations.addAll(List.of("body", "content type"));
        }
        return request(route, user, one(variations, random), number, random);
    }

    private EdgeRequest request(ApiRoute route, String user, String variation, int number, Random random) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        headers.put("Idempotency-Key", variation.equals("Idempotency-Key")
                ? one(EdgeValues.KEYS, random)
                : "edge-" + seed + "-" + number);
        if (route.requires("If-Match")) {
            headers.put("If-Match", variation.equals("If-Match")
                    ? one(EdgeValues.TAGS, random)
                    : '"' + objects.tag(route.path()) + '"');
        }
        if (variation.equals("accept")) {
            headers.put(random.nextBoolean() ? "Accept" : "Accept-Language", one(EdgeValues.ACCEPTED, random));
        }
        if (random.nextInt(40) == 0) {
            headers.remove(random.nextBoolean() ? "If-Match" : "Idempotency-Key");
        }
        byte[] body = null;
        if (!route.body().isMissingNode() || route.takesFile()) {
            headers.put("Content-Type", variation.equals("content type")
                    ? one(EdgeValues.TYPES, random)
                    : route.takesFile() ? "application/pdf" : "application/json");
            body = variation.equals("body")
                    ? one(EdgeValues.BODIES, random)
                    : route.takesFile()
                            ? "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)
                            : new BodyGenerator(route, objects, random).body(variation);
        }
        boolean namesField = variation.equals("member") || variation.endsWith(" member");
        return new EdgeRequest(route.name(), variation, user, route.method(),
                route.base() + path(route, variation, random), Map.copyOf(headers), body, true, namesField);
    }

    private String path(ApiRoute route, String variation, Random random) {
        String path = route.path();
        for (JsonNode parameter : route.parameters("path")) {
            String name = parameter.path("name").asString();
            String known = objects.value(name);
            String value = variation.equals("path") ? one(EdgeValues.ENCODED, random) : known == null ? "none" : known;
            path = path.replace("{" + name + "}", value);
        }
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : route.parameters("query")) {
            String name = parameter.path("name").asString();
            boolean required = parameter.path("required").asBoolean(false);
            if (variation.equals("query") && random.nextBoolean()) {
                query.append('&').append(name).append('=').append(one(EdgeValues.ENCODED, random));
                if (random.nextInt(8) == 0) {
                    query.append('&').append(name).append("=again");
                }
            } else if (required || random.nextInt(4) == 0) {
                String known = objects.value(name);
                query.append('&').append(name).append('=').append(known == null ? "1" : known.replace("+", "%2B"));
            }
        }
        if (variation.equals("query") && random.nextInt(6) == 0) {
            query.append("&unknown=").append(one(EdgeValues.ENCODED, random));
        }
        return path + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
