package org.refugio.e2e.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every response to whatever request must be. */
final class ResponseRules {

    /** Problems of a whole request, which has no field to name. */
    private static final Set<String> WITHOUT_FIELD = Set.of("urn:refugio:problem:idempotency-key-missing");

    private ResponseRules() {
    }

    /** One sentence for each violated rule. */
    static List<String> violations(EdgeRequest request, EdgeResponse response) {
        if (response.status() == 0) {
            return List.of(response.body());
        }
        List<String> found = new ArrayList<>();
        if (response.status() >= 500) {
            found.add("the status is " + response.status());
        }
        if (!request.json()) {
            return found;
        }
        if (response.contentType().contains("html")) {
            found.add("the response is HTML");
        }
        if (response.status() >= 300 && response.status() < 400) {
            found.add("an interface redirects");
        }
        if (response.status() >= 400) {
            problem(request, response, found);
        }
        return found;
    }

    private static void problem(EdgeRequest request, EdgeResponse response, List<String> found) {
        Optional<JsonNode> read = read(response);
        if (!response.contentType().startsWith("application/problem+json") || read.isEmpty()) {
            found.add("the response " + response.status() + " is no problem detail but '" + response.contentType()
                    + "'");
            return;
        }
        JsonNode problem = read.get();
        for (String member : List.of("type", "title", "detail")) {
            if (problem.path(member).asString("").isBlank()) {
                found.add("the problem detail has no " + member);
            }
        }
        if (problem.path("status").asInt(0) != response.status()) {
            found.add("the member status is not the status " + response.status());
        }
        boolean invalid = response.status() == 400 || response.status() == 422;
        if (invalid && request.namesField() && !WITHOUT_FIELD.contains(problem.path("type").asString(""))
                && problem.path("errors").valueStream().noneMatch(each -> each.path("field").isString())) {
            found.add(response.status() + " " + problem.path("type").asString("") + " names no field");
        }
    }

    private static Optional<JsonNode> read(EdgeResponse response) {
        try {
            return Optional.of(JsonMapper.shared().readTree(response.body()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
