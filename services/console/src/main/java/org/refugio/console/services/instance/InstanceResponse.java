package org.refugio.console.services.instance;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** The response of an instance; reading it waits for the instance as {@link ProgressTimeout} defines. */
final class InstanceResponse implements ClientHttpResponse {

    private final ClientHttpResponse response;
    private final ProgressTimeout timeout;
    private final InputStream body;

    InstanceResponse(ClientHttpResponse response, ScheduledExecutorService timer, Duration limit) throws IOException {
        this.response = response;
        InputStream received = response.getBody();
        this.timeout = new ProgressTimeout(timer, limit, () -> abort(received));
        this.body = new Received(received);
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    /** This may read what is left, so that the connection can be used again. */
    @Override
    public void close() {
        timeout.start();
        try {
            response.close();
        } finally {
            timeout.stop();
        }
    }

    private static void abort(InputStream received) {
        try {
            received.close();
        } catch (IOException _) {
            // the connection is closed, which was the intention
        }
    }

    private final class Received extends FilterInputStream {

        Received(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return await(in::read);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return await(() -> in.read(into, offset, length));
        }

        private int await(ProgressTimeout.Wait<Integer> wait) throws IOException {
            try {
                return timeout.during(wait);
            } catch (IOException e) {
                throw timeout.expired() ? new HttpTimeoutException("The instance made no progress") : e;
            }
        }
    }
}
