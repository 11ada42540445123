package org.refugio.console.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Requests to one instance. A file transfer may be slow, so it has a longer timeout. */
@Component
class InstanceRequests {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).build();
    private final JdkClientHttpRequestFactory calls;
    private final JdkClientHttpRequestFactory files;

    InstanceRequests() {
        this(Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    InstanceRequests(Duration callTimeout, Duration fileTimeout) {
        this.calls = requests(callTimeout);
        this.files = requests(fileTimeout);
    }

    ClientHttpRequest to(URI uri, HttpMethod method) throws IOException {
        return (uri.getRawPath().contains("/uploads") ? files : calls).createRequest(uri, method);
    }

    private JdkClientHttpRequestFactory requests(Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http,
                new VirtualThreadTaskExecutor("request-body-"));
        requests.setReadTimeout(timeout);
        return requests;
    }
}
