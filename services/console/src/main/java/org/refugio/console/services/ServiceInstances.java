package org.refugio.console.services;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.refugio.console.ConsoleSettings;
import org.springframework.stereotype.Component;

/**
 * Sends a request to one of a service's instances. A circuit breaker stands before each instance and a bulkhead before
 * each service. When an instance cannot be reached the next one is asked: always while nothing was sent, and after that
 * only where sending twice does no harm.
 */
@Component
public class ServiceInstances {

    private static final int AT_ONCE = 200;
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).build();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(10).minimumNumberOfCalls(5).waitDurationInOpenState(OPEN_FOR)
            .automaticTransitionFromOpenToHalfOpenEnabled(true).permittedNumberOfCallsInHalfOpenState(2).build());
    private final BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
            .maxConcurrentCalls(AT_ONCE).maxWaitDuration(Duration.ofMillis(500)).build());
    private final Map<String, List<URI>> services;

    ServiceInstances(ConsoleSettings settings, MeterRegistry meters) {
        this.services = settings.services();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /** Whether there is such a service. */
    public boolean knows(String service) {
        return services.containsKey(service);
    }

    /** The services' names. */
    public List<String> names() {
        return services.keySet().stream().sorted().toList();
    }

    /**
     * @param request makes the request to an instance; its {@link Attempt} says whether it may be made again
     * @return the answer, whatever its status; the caller closes the body
     * @throws ServiceUnreachable when no instance answered
     */
    public HttpResponse<InputStream> send(String service, Function<URI, Attempt> request) {
        Bulkhead bulkhead = bulkheads.bulkhead(service);
        if (!bulkhead.tryAcquirePermission()) {
            throw new ServiceUnreachable(service, null);
        }
        try {
            return firstThatAnswers(service, request);
        } finally {
            bulkhead.releasePermission();
        }
    }

    private HttpResponse<InputStream> firstThatAnswers(String service, Function<URI, Attempt> request) {
        IOException last = null;
        for (URI instance : inAnyOrder(service)) {
            CircuitBreaker breaker = breakers.circuitBreaker(service + "@" + instance.getPort());
            if (!breaker.tryAcquirePermission()) {
                continue;
            }
            Attempt attempt = request.apply(instance);
            long start = System.nanoTime();
            try {
                HttpResponse<InputStream> answer = http.send(attempt.request(),
                        HttpResponse.BodyHandlers.ofInputStream());
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                return answer;
            } catch (IOException e) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
                last = e;
                if (!attempt.mayRepeat().getAsBoolean() && !(e instanceof ConnectException)) {
                    break;
                }
            } catch (InterruptedException e) {
                breaker.releasePermission();
                Thread.currentThread().interrupt();
                throw new ServiceUnreachable(service, e);
            }
        }
        throw new ServiceUnreachable(service, last);
    }

    private List<URI> inAnyOrder(String service) {
        List<URI> all = new ArrayList<>(services.getOrDefault(service, List.of()));
        Collections.shuffle(all);
        if (all.size() == 1) {
            all.add(all.getFirst()); // one more try: a connection kept open dies with the instance that restarts
        }
        return all;
    }

    /**
     * One try.
     *
     * @param mayRepeat asked after a fault: whether the request may be sent to another instance
     */
    public record Attempt(HttpRequest request, java.util.function.BooleanSupplier mayRepeat) {}
}
