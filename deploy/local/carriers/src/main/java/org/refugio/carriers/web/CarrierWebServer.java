package org.refugio.carriers.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.ListenAddress;
import org.refugio.carriers.MessageLog;
import org.refugio.carriers.sms.MessageCentre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and the JSON interface, on the loopback address. */
public final class CarrierWebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierWebServer.class);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IOException when the port is taken */
    public CarrierWebServer(int port, MessageLog messages, CarrierFaults faults, MessageCentre sms) throws IOException {
        CarrierApi api = new CarrierApi(messages, faults, sms);
        CarrierPage page = new CarrierPage(messages, faults, sms);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(ListenAddress.address()), port), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            try (exchange) {
                HttpRequestReader request = new HttpRequestReader(exchange);
                respond(exchange,
                        request.isFromHere()
                                ? request.path().startsWith("/api/") ? api.answer(request) : page.answer(request)
                                : HttpResponseWriter.text(403, "this page is for this machine only"));
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static void respond(HttpExchange exchange, HttpResponseWriter response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        LOG.debug("{} answered {}", exchange.getRequestMethod(), response.status());
    }
}
