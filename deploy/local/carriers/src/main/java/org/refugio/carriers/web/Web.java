package org.refugio.carriers.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.refugio.carriers.Faults;
import org.refugio.carriers.Listening;
import org.refugio.carriers.Messages;
import org.refugio.carriers.sms.MessageCentre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page and the JSON interface, on the loopback address. */
public final class Web implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Web.class);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IOException when the port is taken */
    public Web(int port, Messages messages, Faults faults, MessageCentre sms) throws IOException {
        Api api = new Api(messages, faults, sms);
        Page page = new Page(messages, faults, sms);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(Listening.address()), port), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            try (exchange) {
                Request request = new Request(exchange);
                respond(exchange,
                        request.isFromHere()
                                ? request.path().startsWith("/api/") ? api.answer(request) : page.answer(request)
                                : Response.text(403, "this page is for this machine only"));
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

    private static void respond(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        LOG.debug("{} answered {}", exchange.getRequestMethod(), response.status());
    }
}
