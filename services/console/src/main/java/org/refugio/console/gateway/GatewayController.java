package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.refugio.console.services.ServiceInstances;
import org.refugio.console.services.ServiceUnreachable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands a request on to a service, with the caller's bearer as it came, and the answer back; bodies stream both ways. It
 * decides nothing about access: the service sees the same token and asks its own table.
 */
@RestController
class GatewayController {

    private static final List<String> ONWARD = List.of("authorization", "content-type", "accept", "accept-language",
            "idempotency-key", "refugio-file-name", "refugio-capability", "if-none-match", "traceparent");
    private static final List<String> BACK = List.of("content-type", "content-language", "content-disposition", "etag",
            "location",
            "retry-after", "www-authenticate", "cache-control", "x-content-type-options", "content-length");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int KEPT_AT_MOST = 256 * 1024;

    private final ServiceInstances instances;

    GatewayController(ServiceInstances instances) {
        this.instances = instances;
    }

    @RequestMapping(path = "/api/{service}/v1/**", method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST,
            RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH})
    void handOn(@PathVariable String service, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI().substring(("/api/" + service).length());
        if (!instances.knows(service) || !proxied(path)) {
            problem(response, 404, "not-found", "There is nothing here");
            return;
        }
        try {
            pass(instances.send(service, attempts(request, path)), response);
        } catch (ServiceUnreachable _) {
            response.setHeader("Retry-After", "2");
            problem(response, 503, "try-again", "A part of the system does not answer now");
        }
    }

    /** Not what services say among themselves, nor anything that is written so as to look like something else. */
    private static boolean proxied(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        return plain.startsWith("/v1/") && !plain.startsWith("/v1/internal") && !plain.contains("..")
                && !plain.contains("//") && !plain.contains(";") && !plain.contains("%2e") && !plain.contains("%2f")
                && !plain.contains("%5c") && !plain.contains("\\") && !plain.startsWith("/v1/%");
    }

    private static java.util.function.Function<URI, ServiceInstances.Attempt> attempts(HttpServletRequest request,
            String path)
            throws IOException {
        boolean repeatable = SAFE.contains(request.getMethod()) || request.getHeader("Idempotency-Key") != null;
        long length = request.getContentLengthLong();
        AtomicBoolean taken = new AtomicBoolean();
        BodyPublisher body;
        BooleanSupplier mayRepeat;
        if (length >= 0 && length <= KEPT_AT_MOST) {
            body = length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(request.getInputStream().readAllBytes());
            mayRepeat = () -> repeatable;
        } else if (length < 0 && SAFE.contains(request.getMethod())) {
            body = BodyPublishers.noBody();
            mayRepeat = () -> true;
        } else {
            body = streamed(request, length, taken);
            mayRepeat = () -> !taken.get();
        }
        return instance -> new ServiceInstances.Attempt(to(instance, path, request, body), mayRepeat);
    }

    private static BodyPublisher streamed(HttpServletRequest request, long length, AtomicBoolean taken) {
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> {
            taken.set(true);
            try {
                return request.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return length < 0 ? stream : BodyPublishers.fromPublisher(stream, length);
    }

    private static HttpRequest to(URI instance, String path, HttpServletRequest request, BodyPublisher body) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create(instance + path + query))
                .timeout(Duration.ofSeconds(30)).method(request.getMethod(), body);
        ONWARD.forEach(name -> {
            if (request.getHeader(name) != null) {
                onward.header(name, request.getHeader(name));
            }
        });
        return onward.build();
    }

    private static void pass(HttpResponse<InputStream> answer, HttpServletResponse response) throws IOException {
        try (InputStream body = answer.body()) {
            response.setStatus(answer.statusCode());
            BACK.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value)));
            body.transferTo(response.getOutputStream());
        }
    }

    private static void problem(HttpServletResponse response, int status, String rule, String title)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write("{\"type\":\"urn:refugio:problem:%s\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(rule, title, status).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
