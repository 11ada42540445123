package org.refugio.console.services;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import java.util.regex.Pattern;
import org.refugio.access.web.admission.RequestShare;
import org.refugio.access.web.command.CachedCommandBody;
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.console.services.instance.InstanceBody;
import org.refugio.console.services.instance.InstanceRequests;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request to a service, not yet to one of its instances. Its body is written when an instance reads it. */
final class BalancedRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern SENDABLE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ServiceInstances instances;
    private final URI uri;
    private final HttpMethod method;
    private InstanceBody body;

    BalancedRequest(ServiceInstances instances, URI uri, HttpMethod method) {
        this.instances = instances;
        this.uri = uri;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return uri;
    }

    @Override
    public void setBody(Body content) {
        this.body = new InstanceBody(content);
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        throw new UnsupportedOperationException("A body is written when it is sent");
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) {
        headers.forEach((name, values) -> values.forEach(value -> {
            if (!SENDABLE.matcher(value).matches()) {
                throw new InvalidInput(name, InputRule.TEXT); // it came from a form or an address
            }
        }));
        return instances.send(this);
    }

    /** Which of the service's places it needs. */
    RequestShare share() {
        // the gateway forwards the header as it came, so that it may be no media type
        String type = getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        boolean json = type != null && CachedCommandBody.isJson(type);
        return RequestShare.of(method.name(), body == null || json, getHeaders().getContentLength());
    }

    /**
     * Sends it to this instance.
     *
     * @throws IOException when the instance failed
     * @throws RuntimeException when the body could not be read, or is too large
     */
    ClientHttpResponse sendTo(ServiceInstance instance, InstanceRequests requests) throws IOException {
        // the path and the query exactly as they were encoded
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        try {
            return requests.send(URI.create(instance.getUri() + uri.getRawPath() + query), method, getHeaders(), body);
        } catch (IOException e) {
            if (body != null && body.sourceFailure() != null) {
                throw body.sourceFailure();
            }
            throw e;
        }
    }

    /** When nothing was sent, or when the service recognises the repetition; and only while the body can still be written. */
    boolean mayRepeatAfter(IOException failure) {
        boolean nothingSent = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        boolean idempotent = SAFE.contains(method) || getHeaders().containsHeader(IDEMPOTENCY_KEY);
        return (nothingSent || idempotent) && (body == null || body.repeatable());
    }
}
