package org.refugio.e2e.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.e2e.UnexpectedResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A route as {@code docs/openapi} describes it. */
record ApiRoute(String base, String method, String path, JsonNode operation, JsonNode schemas) {

    /**
     * All routes of the files, in their order.
     *
     * @throws UnexpectedResult when there is none
     */
    static List<ApiRoute> read(Path folder) {
        List<ApiRoute> routes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
                JsonNode description = JsonMapper.shared().readTree(Files.readString(file));
                for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
                    path.getValue().properties()
                            .forEach(each -> routes.add(new ApiRoute(description.at("/servers/0/url").asString(),
                                    each.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), each.getValue(),
                                    description.at("/components/schemas"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (routes.isEmpty()) {
            throw new UnexpectedResult("no routes are described in " + folder);
        }
        return routes;
    }

    String name() {
        return method + " " + base + path;
    }

    List<JsonNode> parameters(String in) {
        return operation.path("parameters").valueStream().filter(each -> each.path("in").asString().equals(in))
                .toList();
    }

    boolean requires(String header) {
        return parameters("header").stream().anyMatch(each -> each.path("name").asString().equals(header));
    }

    /** The schema of its JSON body; missing when it has none. */
    JsonNode body() {
        return resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    boolean takesFile() {
        return operation.at("/requestBody/content").has("application/octet-stream");
    }

    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
