package org.refugio.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: follows redirects, stores cookies, submits forms. */
final class PageBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies).followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final HttpClient stepwise = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies).build();
    private final String root;

    PageBrowser(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "text/html")
                .header("Accept-Language", "es");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** As after eight hours of absence. */
    void endSession() {
        cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals("refugio-session")).toList()
                .forEach(each -> cookies.getCookieStore().remove(URI.create(root), each));
    }

    /** The value of a hidden field of the page. */
    static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("the page has no field " + name);
        }
        return field.group(1).replace("&amp;", "&");
    }

    /** Submit the form with its hidden fields. */
    HttpResponse<String> post(String path, String page, String typed) {
        return post(path, page, typed, "Accept", "text/html");
    }

    HttpResponse<String> post(String path, String page, String typed, String header, String value) {
        return send(formOf(path, page, typed).header(header, value));
    }

    private static String csrf(String page) {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
    }

    private HttpRequest.Builder formOf(String path, String page, String typed) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Accept-Language", "es")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf(page) + "&" + typed));
    }

    /** Another tab, up to the moment at which the identity provider is asked. */
    String untilIdentityProvider(String path, String page, String typed) {
        String next = location(formOf(path, page, typed));
        while (next.startsWith("/")) {
            next = redirect(root + next);
        }
        return next;
    }

    /** The address to which this one redirects; a path when it is of the console. */
    String redirect(String address) {
        return location(HttpRequest.newBuilder(URI.create(address)));
    }

    private String location(HttpRequest.Builder request) {
        String address = send(stepwise, request, HttpResponse.BodyHandlers.ofString()).headers().firstValue("Location")
                .orElseThrow();
        return address.startsWith(root) && !address.contains("code=") ? address.substring(root.length()) : address;
    }

    /** The tab goes on from there. */
    HttpResponse<String> goOn(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "es"));
    }

    /** Submit a file with a form whose address contains the CSRF token. */
    HttpResponse<String> upload(String path, String page, String name, String type, String content) {
        return multipart(path, page,
                "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk1\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n--b--\r\n"
                        .formatted(name, type, content));
    }

    /** @param body with the boundary {@code b} */
    HttpResponse<String> multipart(String path, String page, String body) {
        return send(HttpRequest.newBuilder(URI.create(root + path + "?_csrf=" + csrf(page)))
                .header("Content-Type", "multipart/form-data; boundary=b").header("Accept-Language", "es")
                .header("Referer", root + "/cases/c1").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The transferred bytes of a file, as a browser requests it. */
    byte[] compressed(String path) {
        HttpResponse<byte[]> answer = send(http,
                HttpRequest.newBuilder(URI.create(root + path)).header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpClient client, HttpRequest.Builder request,
            HttpResponse.BodyHandler<T> as) {
        try {
            return client.send(request.build(), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
