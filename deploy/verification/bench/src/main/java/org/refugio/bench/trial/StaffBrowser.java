package org.refugio.bench.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;

/** Requests staff pages like a browser, after signing in at the identity provider. */
record StaffBrowser(HttpClient http, String publicUrl) {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    static StaffBrowser signIn(Installation at, String user) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new LoopbackCookies()).followRedirects(HttpClient.Redirect.NORMAL).build();
        StaffBrowser browser = new StaffBrowser(http, at.publicUrl());
        HttpResponse<String> form = browser.send(HttpRequest.newBuilder(URI.create(at.publicUrl() + "/today")).GET());
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new UnexpectedResult("no sign-in form: " + form.statusCode() + " at " + form.uri().getPath());
        }
        HttpResponse<String> landed = browser
                .send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=refugio")));
        if (landed.statusCode() != 200 || !landed.uri().toString().startsWith(at.publicUrl())) {
            throw new UnexpectedResult(
                    "signing in ended with " + landed.statusCode() + " at " + landed.uri().getPath());
        }
        return browser;
    }

    /** Whether the page exists now. */
    boolean shows(String path) {
        return send(HttpRequest.newBuilder(URI.create(publicUrl + path)).GET()).statusCode() == 200;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
