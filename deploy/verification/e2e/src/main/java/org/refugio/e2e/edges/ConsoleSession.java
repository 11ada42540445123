package org.refugio.e2e.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.refugio.e2e.UnexpectedResult;

/** A person signed in to the console, without a browser. */
final class ConsoleSession {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS).build();
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
        return cookies.getCookieStore().getCookies().stream().map(ConsoleSession::pair)
                .collect(Collectors.joining("; "));
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
