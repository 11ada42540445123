package org.refugio.notification.validity;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.refugio.access.service.ServiceCredential;
import org.refugio.notification.NotificationSettings;
import org.refugio.notification.carriers.CarrierGuards;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks the instances of scheduling in turn. */
@Component
class AppointmentValidityClient implements AppointmentValidity {

    private static final Duration TIMEOUT = Duration.ofMillis(900);

    private final AtomicInteger turn = new AtomicInteger();
    private final RestClient scheduling;
    private final List<URI> urls;
    private final ServiceCredential credential;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;

    AppointmentValidityClient(NotificationSettings settings, ServiceCredential credential, CarrierGuards guards) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        this.scheduling = RestClient.builder().requestFactory(requests).build();
        this.urls = settings.schedulingUrls();
        this.credential = credential;
        this.breaker = guards.breaker("scheduling");
        this.bulkhead = guards.bulkhead("scheduling", 4);
        this.retry = guards.retry("scheduling", RetryConfig.custom().maxAttempts(2)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2)).build());
    }

    private record Question(List<Asked> appointments) {}

    private record Answer(List<Validity> standing) {}

    private record Validity(String id, int revision, boolean stands) {}

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
        URI instance = urls.get(Math.floorMod(turn.getAndIncrement(), urls.size()));
        return scheduling.post().uri(instance.resolve("/v1/internal/standing"))
                .header("Authorization", credential.authorization()).body(new Question(appointments)).retrieve()
                .body(Answer.class).standing().stream()
                .collect(Collectors.toMap(each -> new Asked(each.id(), each.revision()), Validity::stands,
                        Boolean::logicalAnd));
    }
}
