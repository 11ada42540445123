package org.refugio.e2e;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./refugio rebuild console --check}: the read model is built again from the topics, beside the live one, and the
 * two are compared. Exit status 0 only when they are equal and there was something to compare; differences are named by id.
 */
public final class Rebuild {

    private Rebuild() {
    }

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("console") || !arguments[1].equals("--check")) {
            System.err.println("usage: ./refugio rebuild console --check");
            System.exit(2);
        }
        System.exit(run(new ApiClient(Installation.fromEnvironment()), System.out));
    }

    static int run(ApiClient api, PrintStream out) {
        JsonNode verdict = api.post("admin.federation", "/v1/rebuild-check", Map.of()).expect2xx();
        verdict.path("collections").forEach(each -> out.printf("%-9s %8d documents  %s%n", each.path("name").asString(),
                each.path("documents").asInt(),
                each.path("differences").isEmpty()
                        ? "equal " + each.path("liveHash").asString().substring(0, 16)
                        : "DIFFERENT: " + each.path("differences")));
        out.printf("%d records read, %d waiting, %d parked%n", verdict.path("records").asLong(),
                verdict.path("waiting").asLong(), verdict.path("parked").asLong());
        return verdict.path("equal").asBoolean() ? 0 : 1;
    }
}
