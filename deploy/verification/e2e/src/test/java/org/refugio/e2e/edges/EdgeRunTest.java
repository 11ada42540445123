package org.refugio.e2e.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.e2e.UnexpectedResult;

/** The check against a server with bad routes. */
class EdgeRunTest {

    private static final String PROBLEM = """
        {"type": "urn:refugio:problem:not-valid", "title": "t", "detail": "d", "status": 422, "errors": [%s]}""";
    private static final Path DESCRIPTIONS = Path.of("..", "..", "..", "docs", "openapi");

    private HttpServer server;
    private EdgeRun run;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        route("/good", 422, "application/problem+json", PROBLEM.formatted("{\"field\": \"office\"}"));
        route("/fails", 500, "application/problem+json", PROBLEM.replace("422", "500").formatted(""));
        route("/html", 404, "text/html", "<html></html>");
        route("/no-field", 422, "application/problem+json", PROBLEM.formatted(""));
        route("/other-status", 400, "application/problem+json", PROBLEM.formatted("{\"field\": \"\"}"));
        route("/redirect", 302, "text/plain", "-");
        server.createContext("/broken", HttpExchange::close);
        server.start();
        run = new EdgeRun(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), _ -> "token",
                new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void route(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private List<String> failures(String path) {
        EdgeRun.Result result = run.send(3, _ -> new EdgeRequest("POST " + path, "member", "", "POST", path, Map.of(),
                new byte[]{'{', '}'}, true, true));
        assertThat(result.sent()).isEqualTo(3);
        assertThat(result.statuses()).containsOnlyKeys("POST " + path);
        return result.failures();
    }

    @Test
    void aProblemDetailThatNamesTheFieldIsAsPromised() {
        assertThat(failures("/good")).isEmpty();
    }

    @Test
    void everyBadRouteIsFound() {
        assertThat(failures("/fails")).hasSize(3).allMatch(each -> each.contains("the status is 500"));
        assertThat(failures("/html")).hasSize(3).allMatch(each -> each.contains("the response is HTML"));
        assertThat(failures("/no-field")).hasSize(3).allMatch(each -> each.contains("names no field"));
        assertThat(failures("/other-status")).hasSize(3).allMatch(each -> each.contains("not the status 400"));
        assertThat(failures("/redirect")).hasSize(3).allMatch(each -> each.contains("redirects"));
        assertThat(failures("/broken")).hasSize(3).allMatch(each -> each.contains("connection failed"));
    }

    @Test
    void theSameSeedMakesTheSameRequestsForEveryRoute() {
        List<ApiRoute> routes = ApiRoute.read(DESCRIPTIONS);
        List<String> first = requests(routes, 7);
        assertThat(first).isEqualTo(requests(routes, 7)).isNotEqualTo(requests(routes, 8));
        RequestGenerator generator = new RequestGenerator(routes, SampleObjects.none(), 7);
        assertThat(IntStream.range(0, 1_500).mapToObj(generator::request).map(EdgeRequest::route)
                .collect(Collectors.toSet())).hasSize(routes.size());
        assertThat(IntStream.range(0, 1_500).mapToObj(generator::request)).allSatisfy(
                each -> assertThat(URI.create("http://127.0.0.1" + each.path()).getHost()).isEqualTo("127.0.0.1"));
    }

    private static List<String> requests(List<ApiRoute> routes, long seed) {
        RequestGenerator generator = new RequestGenerator(routes, SampleObjects.none(), seed);
        return IntStream.range(0, 500).mapToObj(generator::request)
                .map(each -> each + " " + new java.util.TreeMap<>(each.headers()) + Arrays.hashCode(each.body()))
                .toList();
    }

    @Test
    void aFolderWithoutDescriptionsIsAFault(@TempDir Path empty) {
        assertThatThrownBy(() -> ApiRoute.read(empty)).isInstanceOf(UnexpectedResult.class);
    }
}
