package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.StandardProblem;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.services.ServiceBusy;
import org.refugio.console.services.ServiceInstances;
import org.refugio.console.services.ServiceUnreachable;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forwards a request to a service with the caller's own access token, and the response back; bodies are streamed both
 * ways. Access is decided by the service, which reads the same token.
 */
@RestController
class GatewayController {

    private static final List<String> REQUEST_HEADERS = List.of("Authorization", "Content-Type", "Content-Length",
            "Accept", "Accept-Language", "Idempotency-Key", "Refugio-File-Name", "Refugio-Capability", "If-Match",
            "If-None-Match", "traceparent");
    private static final List<String> RESPONSE_HEADERS = List.of("Content-Type", "Content-Language",
            "Content-Disposition", "ETag",
            "Location", "Refugio-Stored-Before", "Retry-After", "WWW-Authenticate", "Cache-Control",
            "X-Content-Type-Options", "Content-Length");

    private final ConsoleSettings settings;
    private final ServiceInstances instances;
    private final ProblemWriter problems;

    GatewayController(ConsoleSettings settings, ServiceInstances instances, ProblemWriter problems) {
        this.settings = settings;
        this.instances = instances;
        this.problems = problems;
    }

    @RequestMapping(path = "/api/{service}/**", method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST,
            RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH})
    void forward(@PathVariable String service, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI().substring(("/api/" + service).length());
        if (!settings.services().containsKey(service) || !isPublic(path)) {
            problems.write(request, response, StandardProblem.NOT_FOUND);
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        ClientHttpRequest onward = instances.createRequest(URI.create("http://" + service + path + query),
                HttpMethod.valueOf(request.getMethod()));
        REQUEST_HEADERS.stream().filter(name -> request.getHeader(name) != null)
                .forEach(name -> onward.getHeaders().set(name, request.getHeader(name)));
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            GatewayBody.of(request).ifPresent(((StreamingHttpOutputMessage) onward)::setBody);
        }
        try (ClientHttpResponse answer = onward.execute()) {
            response.setStatus(answer.getStatusCode().value());
            RESPONSE_HEADERS.forEach(name -> response.setHeader(name, answer.getHeaders().getFirst(name)));
            answer.getBody().transferTo(response.getOutputStream());
        } catch (ServiceBusy busy) {
            response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
            problems.write(request, response, StandardProblem.BUSY);
        } catch (ServiceUnreachable _) {
            problems.write(request, response, StandardProblem.TRY_AGAIN);
        }
    }

    /** Neither a route between services, nor a path that is written to look like another one. */
    private static boolean isPublic(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        return plain.startsWith("/v1/") && !plain.startsWith("/v1/internal") && !plain.startsWith("/v1/%")
                && List.of("..", "//", ";", "%2e", "%2f", "%5c", "\\").stream().noneMatch(plain::contains);
    }
}
