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
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.refugio.access.web.admission.AdmissionFilter;
import org.refugio.access.web.admission.AdmissionSettings;
import org.refugio.access.web.admission.RefusedRequests;
import org.refugio.access.web.admission.RequestShare;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.services.instance.InstanceRequests;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.RetryableRequestContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Sends a request whose host is a service's name to one of its instances. Each instance has a circuit breaker, each
 * share of a service's requests a bulkhead. After a failure the load balancer chooses again, if the request may be repeated. This is a request
 * factory and not an interceptor because an interceptor would read a whole upload into memory.
 */
@Component
public class ServiceInstances implements ClientHttpRequestFactory {

    private static final int ATTEMPTS = 3;
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(10).minimumNumberOfCalls(5).waitDurationInOpenState(OPEN_FOR)
            .automaticTransitionFromOpenToHalfOpenEnabled(true).permittedNumberOfCallsInHalfOpenState(2).build());
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final LoadBalancerClient balancer;
    private final InstanceRequests requests;
    private final ConsoleSettings settings;
    private final AdmissionSettings admission;
    private final RefusedRequests refused;

    ServiceInstances(LoadBalancerClient balancer, InstanceRequests requests, ConsoleSettings settings,
            AdmissionSettings admission, MeterRegistry meters) {
        this.balancer = balancer;
        this.requests = requests;
        this.settings = settings;
        this.admission = admission;
        this.refused = new RefusedRequests(meters);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new BalancedRequest(this, uri, method);
    }

    /**
     * Sends the request.
     *
     * @throws ServiceBusy when the instances of the service have as many requests as they accept
     * @throws ServiceUnreachable when no instance answered
     * @throws RuntimeException when the request's own body could not be read, or is too large
     */
    ClientHttpResponse send(BalancedRequest request) {
        String service = request.getURI().getHost();
        if (!AdmissionFilter.isLimited(request.getURI().getPath())) {
            return sendToAnyInstance(service, request);
        }
        RequestShare share = request.share();
        Bulkhead bulkhead = bulkhead(service, share);
        if (!bulkhead.tryAcquirePermission()) {
            refused.count(share, RefusedRequests.Reason.SERVICE_FULL);
            throw new ServiceBusy(service, admission.retryAfterSeconds());
        }
        try {
            return sendToAnyInstance(service, request);
        } finally {
            bulkhead.releasePermission();
        }
    }

    private Bulkhead bulkhead(String service, RequestShare share) {
        return bulkheads.bulkhead(service + "-" + share.tag(), () -> BulkheadConfig.custom()
                .maxConcurrentCalls(settings.callsAtOnce(service, share == RequestShare.TRANSFER))
                .maxWaitDuration(Duration.ZERO).build());
    }

    private ClientHttpResponse sendToAnyInstance(String service, BalancedRequest request) {
        Set<ServiceInstance> timedOut = new HashSet<>();
        ServiceInstance instance = null;
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            instance = balancer.choose(service, new DefaultRequest<>(new RetryableRequestContext(instance)));
            if (instance == null) {
                break;
            }
            CircuitBreaker breaker = breakers
                    .circuitBreaker(service + "@" + instance.getHost() + ":" + instance.getPort());
            if (timedOut.contains(instance) || !breaker.tryAcquirePermission()) {
                continue;
            }
            long start = System.nanoTime();
            try {
                ClientHttpResponse response = request.sendTo(instance, requests);
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                return response;
            } catch (IOException e) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
                last = e;
                if (!request.mayRepeatAfter(e) || Thread.currentThread().isInterrupted()) {
                    break;
                }
                if (e instanceof HttpTimeoutException) {
                    timedOut.add(instance);
                }
            } catch (RuntimeException e) {
                breaker.releasePermission(); // the client's failure, for instance a body that ends early
                throw e;
            }
        }
        throw new ServiceUnreachable(service, last);
    }
}
