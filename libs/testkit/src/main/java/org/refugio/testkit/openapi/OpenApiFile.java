package org.refugio.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code docs/openapi/<service>.json}. A service's integration test calls {@link #check}. After an intended change,
 * run it with {@code -Drefugio.openapi.write=true} and review the difference.
 */
public final class OpenApiFile {

    private OpenApiFile() {
    }

    /**
     * Compares the file with the description that the service on this port serves.
     *
     * @throws AssertionError with the first different line, when they differ
     */
    public static void check(String service, int port) {
        Path file = root().resolve("docs/openapi/" + service + ".json");
        String current = description(port).strip() + "\n";
        try {
            if (Boolean.getBoolean("refugio.openapi.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, current);
            }
            List<String> violations = OpenApiRules.violations(JsonMapper.shared().readTree(current));
            if (!violations.isEmpty()) {
                throw new AssertionError(String.join("\n", violations));
            }
            compare(file, Files.exists(file) ? Files.readString(file) : "", current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void compare(Path file, String checkedIn, String current) {
        if (!checkedIn.equals(current)) {
            String[] before = checkedIn.split("\n");
            String[] after = current.split("\n");
            int line = 0;
            while (line < before.length && line < after.length && before[line].equals(after[line])) {
                line++;
            }
            throw new AssertionError("""
                %s does not describe the service. Line %d
                  in the file: %s
                  the service: %s
                Run the test with -Drefugio.openapi.write=true and review the difference.""".formatted(file,
                    line + 1, line < before.length ? before[line] : "(end)",
                    line < after.length ? after[line] : "(end)"));
        }
    }

    private static String description(int port) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/openapi")).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError("the status of /v1/openapi is " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The root of the repository; tests run in the folder of their module. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn/maven.config"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Not inside the repository");
        }
        return folder;
    }
}
