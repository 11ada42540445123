package org.refugio.access.web.security;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Requests to the identity provider: one that accepts a connection and does not answer holds a request for seconds only. */
public final class IdentityProviderRequests {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private IdentityProviderRequests() {
    }

    /** For clients that build requests themselves. */
    public static ClientHttpRequestFactory factory() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT).version(HttpClient.Version.HTTP_1_1).build());
        factory.setReadTimeout(READ_TIMEOUT);
        return factory;
    }

    /** For the keys and the metadata. */
    public static RestOperations operations() {
        return new RestTemplate(factory());
    }
}
