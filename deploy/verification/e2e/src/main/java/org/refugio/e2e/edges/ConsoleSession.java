package org.refugio.e2e.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.refugio.e2e.UnexpectedResult;

/** A person signed in to the console, without a browser. */
final class ConsoleSession {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private static final int MOST_REDIRECTS = 20;

    /** By hand: the JDK's cookie handler quotes values of version 1, which the identity provider does not understand. */
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI console;

    /** @throws UnexpectedResult when the identity provider does not accept the user */
    ConsoleSession(URI console, String user) {
        this.console = console;
        HttpResponse<String> page = send(HttpRequest.newBuilder(console.resolve("/board")));
        Matcher form = ACTION.matcher(page.body());
        if (!form.find()) {
            throw new UnexpectedResult("there is no form to sign in at " + page.uri());
        }
        HttpResponse<String> signedIn = send(HttpRequest
                .newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=refugio")));
        if (signedIn.statusCode() != 200 || signedIn.uri().getPort() != console.getPort()) {
            throw new UnexpectedResult(user + " could not sign in: " + signedIn.statusCode() + " at "
                    + signedIn.uri().getPath());
        }
    }

    /** A page; the empty text where there is none. */
    String page(String path) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(console.resolve(path)));
        return response.statusCode() == 200 ? response.body() : "";
    }

    /** The value of the header {@code Cookie}. */
    String cookie() {
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private void remember(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair.length == 1 ? "" : pair[1]);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request);
        for (int i = 0; i < MOST_REDIRECTS && response.statusCode() / 100 == 3; i++) {
            response = exchange(HttpRequest.newBuilder(
                    response.uri().resolve(response.headers().firstValue("Location").orElseThrow())));
        }
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            if (!cookies.isEmpty()) {
                request.setHeader("Cookie", cookie());
            }
            HttpResponse<String> response = http.send(request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::remember);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
