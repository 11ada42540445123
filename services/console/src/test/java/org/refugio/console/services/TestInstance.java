package org.refugio.console.services;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance of a service that answers, refuses, breaks the connection after a request, or stays silent. */
final class TestInstance implements AutoCloseable {

    private final URI uri;
    private final AtomicInteger calls = new AtomicInteger();
    private final AutoCloseable server;
    private volatile byte[] lastBody = {};
    private volatile Map<String, List<String>> lastHeaders = Map.of();
    private volatile int awaited = Integer.MAX_VALUE;
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    private TestInstance(int port, AutoCloseable server) {
        this.uri = URI.create("http://127.0.0.1:" + port);
        this.server = server;
    }

    static TestInstance answering(String json) {
        return answering(200, Map.of("Content-Type", "application/json"), json);
    }

    /** Refuses every request because it is full. */
    static TestInstance full() {
        return answering(503, Map.of("Content-Type", "application/problem+json", "Retry-After", "7"),
                "{\"type\":\"urn:refugio:problem:busy\"}");
    }

    private static TestInstance answering(int status, Map<String, String> headers, String json) {
        try {
            com.sun.net.httpserver.HttpServer http = com.sun.net.httpserver.HttpServer
                    .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            TestInstance instance = new TestInstance(http.getAddress().getPort(), () -> http.stop(0));
            http.createContext("/", exchange -> {
                instance.calls.incrementAndGet();
                instance.lastHeaders = Map.copyOf(exchange.getRequestHeaders());
                instance.read(exchange.getRequestBody());
                byte[] body = json.getBytes(StandardCharsets.UTF_8);
                headers.forEach(exchange.getResponseHeaders()::add);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestInstance unreachable() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new TestInstance(closed.getLocalPort(), () -> {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestInstance breaking() {
        return raw(false, "");
    }

    static TestInstance silent() {
        return raw(true, "");
    }

    /** Sends the beginning of a response. */
    static TestInstance stalling() {
        return raw(true, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 1000\r\n\r\nabc");
    }

    private static TestInstance raw(boolean keepOpen, String response) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TestInstance instance = new TestInstance(socket.getLocalPort(), socket);
            ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket accepted = socket.accept();
                        open.add(accepted);
                        readHeaders(accepted.getInputStream());
                        instance.calls.incrementAndGet();
                        accepted.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
                        if (!keepOpen) {
                            accepted.close();
                        }
                    } catch (IOException e) {
                        // the test is over
                    }
                }
            });
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readHeaders(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        int last = 0;
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            last = last << 8 | next;
            if (last == 0x0D0A0D0A) {
                return;
            }
        }
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            body.write(buffer, 0, length);
            if (body.size() >= awaited) {
                arrived.countDown();
            }
        }
        lastBody = body.toByteArray();
    }

    URI uri() {
        return uri;
    }

    int calls() {
        return calls.get();
    }

    String lastBody() {
        return new String(lastBody, StandardCharsets.UTF_8);
    }

    Map<String, List<String>> lastHeaders() {
        return lastHeaders;
    }

    /** Opens when this many bytes of one body have arrived. */
    CountDownLatch awaitBytes(int bytes) {
        awaited = bytes;
        return arrived;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
