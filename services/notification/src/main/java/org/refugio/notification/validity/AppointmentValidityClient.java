package org.refugio.notification.validity;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.refugio.access.service.ServiceCredential;
import org.refugio.notification.NotificationSettings;
import org.refugio.notification.carriers.CarrierGuards;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one instance of scheduling after the other. */
@Component
class AppointmentValidityClient implements AppointmentValidity {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<URI> urls;
    private final ServiceCredential credential;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;

    AppointmentValidityClient(NotificationSettings settings, ServiceCredential credential, CarrierGuards guards) {
        this.urls = settings.schedulingUrls();
        this.credential = credential;
        this.breaker = guards.breaker("scheduling");
        this.bulkhead = guards.bulkhead("scheduling", 4);
        this.retry = guards.retry("scheduling", RetryConfig.custom().maxAttempts(2)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2)).build());
    }

    @Override
    public Optional<Map<Asked, Boolean>> ask(List<Asked> appointments) {
        Supplier<Map<Asked, Boolean>> call = Retry.decorateSupplier(retry,
                CircuitBreaker.decorateSupplier(breaker,
                        Bulkhead.decorateSupplier(bulkhead, () -> once(appointments))));
        try {
            return Optional.of(call.get());
        } catch (RuntimeException e) {
            return Optional.empty(); // counted by the guards; the messages wait
        }
    }

    private Map<Asked, Boolean> once(List<Asked> appointments) {
        URI base = urls.get(Math.floorMod(turn.getAndIncrement(), urls.size()));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1/internal/standing")).timeout(TIMEOUT)
                .header("Authorization", credential.authorization()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("appointments", appointments)))).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("scheduling answered " + response.statusCode());
            }
            return parsed(JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Map<Asked, Boolean> parsed(JsonNode body) {
        Map<Asked, Boolean> out = new HashMap<>();
        body.path("standing").forEach(each -> out.put(
                new Asked(each.path("id").asString(), each.path("revision").asInt()), each.path("stands").asBoolean()));
        return out;
    }
}
