package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Two instances on one store. */
@RefugioTest
class TwoInstancesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONCURRENT_REQUESTS = 16;
    private static final int ROUNDS = 10;
    private static final int RIVALS = 8;

    @LocalServerPort
    private int port;

    @Autowired
    private TestNamespace namespace;

    @Autowired
    private TopicRecords topics;

    private ConfigurableApplicationContext second;

    @BeforeEach
    void secondInstance() {
        second = new SpringApplicationBuilder(IntakeApplication.class).initializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(
                    new SystemEnvironmentPropertySource("refugio-systemEnvironment", namespace.variables("intake")));
            context.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("refugio-test", namespace.properties()));
        }).run("--server.port=0");
    }

    @AfterEach
    void stopSecondInstance() {
        second.close();
    }

    @Test
    void everyCaseHasAUniqueReferenceAndAKeyOpensOneCase() throws Exception {
        List<Callable<TestHttpClient.Reply>> commands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = UUID.randomUUID().toString();
            String body = CommandBodies.open("Persona " + i, "962555%04d".formatted(i));
            commands.add(() -> staff(port).post("/v1/cases", body, key));
            commands.add(() -> staff(otherPort()).post("/v1/cases", body, key));
        }
        Set<String> ids = new HashSet<>();
        for (TestHttpClient.Reply reply : runConcurrently(commands)) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            ids.add(reply.body().path("aggregate").asString());
        }
        assertThat(ids).hasSize(40);
        assertThat(
                ids.stream().map(id -> staff(otherPort()).get("/v1/cases/" + id).body().path("reference").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void ofConcurrentCommandsInViewOfTheSameStateOneWinsAndEventsHaveUniqueSequences() throws Exception {
        String id = staff(port).post("/v1/cases", CommandBodies.open("Persona Única", "9621112255")).body()
                .path("aggregate").asString();
        Set<Long> sequences = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            String seen = staff(port).get("/v1/cases/" + id).etag();
            String phone = "962666%02d".formatted(round);
            List<Callable<TestHttpClient.Reply>> commands = IntStream
                    .range(0, RIVALS).<Callable<TestHttpClient.Reply>>mapToObj(
                            i -> () -> staff(i % 2 == 0 ? port : otherPort())
                                    .seeing(seen)
                                    .post("/v1/cases/" + id + "/contact",
                                            CommandBodies.contact(phone + "%02d".formatted(i))))
                    .toList();
            List<TestHttpClient.Reply> replies = runConcurrently(commands);
            assertThat(replies).filteredOn(each -> each.status() == 200).singleElement()
                    .satisfies(each -> assertThat(sequences.add(each.body().path("sequence").asLong())).isTrue());
            assertThat(replies).filteredOn(each -> each.status() != 200)
                    .allSatisfy(each -> assertThat(each.status()).as(each.toString()).isEqualTo(412));
        }
        assertThat(sequences).containsExactlyElementsOf(LongStream.rangeClosed(2, ROUNDS + 1).boxed().toList());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(new TreeSet<>(published(id)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, ROUNDS + 1).boxed().toList()));
        assertThat(new ArrayList<>(new LinkedHashSet<>(published(id)))).as("in order, possibly repeated").isSorted();
    }

    private List<Long> published(String id) {
        return topics.read("intake").stream().filter(each -> id.equals(each.aggregate()))
                .map(TopicRecords.Found::sequence).toList();
    }

    private static List<TestHttpClient.Reply> runConcurrently(List<Callable<TestHttpClient.Reply>> commands)
            throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(CONCURRENT_REQUESTS)) {
            List<TestHttpClient.Reply> replies = new ArrayList<>();
            for (Future<TestHttpClient.Reply> reply : executor.invokeAll(commands)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }

    private int otherPort() {
        return Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static TestHttpClient staff(int port) {
        return TestHttpClient.as(port, "tapachula:intake-worker");
    }
}
