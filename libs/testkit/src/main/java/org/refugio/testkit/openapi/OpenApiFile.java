package org.refugio.testkit.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code docs/openapi/<service>.json}. A service's IT calls {@link #check}; after a wanted change run it once
 * with {@code -Drefugio.openapi.write=true} and look at the difference.
 */
public final class OpenApiFile {

    private OpenApiFile() {
    }

    /**
     * Compare the file with what the service on this port says of itself.
     *
     * @throws AssertionError when they differ, with the first line that does
     */
    public static void check(String service, int port) {
        Path file = root().resolve("docs/openapi/" + service + ".json");
        String now = ask(port).strip() + "\n";
        try {
            if (Boolean.getBoolean("refugio.openapi.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now);
            }
            compare(file, Files.exists(file) ? Files.readString(file) : "", now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void compare(Path file, String checkedIn, String now) {
        if (!checkedIn.equals(now)) {
            String[] before = checkedIn.split("\n");
            String[] after = now.split("\n");
            int line = 0;
            while (line < before.length && line < after.length && before[line].equals(after[line])) {
                line++;
            }
            throw new AssertionError("""
                %s does not describe the service any more. Line %d
                  in the file: %s
                  the service: %s
                Run the test with -Drefugio.openapi.write=true and look at the difference.""".formatted(file,
                    line + 1, line < before.length ? before[line] : "(end)",
                    line < after.length ? after[line] : "(end)"));
        }
    }

    private static String ask(int port) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/openapi")).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("/v1/openapi answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The nearest folder above that has the front door in it: tests run in their module's. */
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
