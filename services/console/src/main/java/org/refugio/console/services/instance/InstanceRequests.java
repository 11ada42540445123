package org.refugio.console.services.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/** Sends requests to one instance, and waits for it as {@link ProgressTimeout} defines. */
@Component
public class InstanceRequests implements AutoCloseable {

    private final JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER).build(),
            new VirtualThreadTaskExecutor("request-body-"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("progress-timeout").factory());
    private final Duration limit;

    @Autowired
    InstanceRequests() {
        this(Duration.ofSeconds(30));
    }

    /** @param limit how long an instance may make no progress */
    public InstanceRequests(Duration limit) {
        this.limit = limit;
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Sends a request.
     *
     * @param body null for none
     * @throws HttpTimeoutException when the instance made no progress for too long
     * @throws IOException when the instance or the HTTP client failed, or the body: {@link InstanceBody#sourceFailure} tells
     */
    public ClientHttpResponse send(URI uri, HttpMethod method, HttpHeaders headers, InstanceBody body)
            throws IOException {
        ClientHttpRequest request = requests.createRequest(uri, method);
        request.getHeaders().putAll(headers);
        FutureTask<ClientHttpResponse> call = new FutureTask<>(request::execute);
        ProgressTimeout timeout = new ProgressTimeout(timer, limit, () -> call.cancel(true));
        if (body != null) {
            ((StreamingHttpOutputMessage) request).setBody(out -> body.writeTo(out, timeout));
        }
        timeout.start();
        Thread.ofVirtual().name("request-").start(call);
        try {
            return new InstanceResponse(call.get(), timer, limit);
        } catch (CancellationException e) {
            throw new HttpTimeoutException("The instance made no progress for " + limit);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("The call was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            timeout.stop();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
