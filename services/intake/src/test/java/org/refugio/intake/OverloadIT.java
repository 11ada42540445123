package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TestHttpClient.Reply;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** A service whose store does not accept cases for a while: two commands are worked on, two wait, all others are refused. */
@RefugioTest
@TestPropertySource(properties = {"refugio.admission.at-once=2", "refugio.admission.waiting=2",
        "refugio.admission.patience=30s"})
class OverloadIT {

    private static final BlockableWrites CASES = new BlockableWrites("cases");
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void unblock() {
        CASES.unblock();
    }

    @Test
    void aFullServiceRefusesAtOnceServesWhatWaitsAndRecovers() throws Exception {
        TestHttpClient client = TestHttpClient.as(port, "tapachula:coordinator");
        assertThat(open(client, "Persona Primera").status()).as("the token of the caller is known now").isEqualTo(200);
        long cases = database.getCollection("cases").countDocuments();
        long audited = database.getCollection("audit").countDocuments();
        CASES.block();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> accepted = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "Persona " + i;
                accepted.add(callers.submit(() -> open(client, name)));
            }
            await().until(() -> free("command-admitted") == 0);
            String key = UUID.randomUUID().toString();
            String body = CommandBodies.open("Persona Rechazada", "9621112233");
            refusesAtOnce(client, body, key);
            assertThat(client.get("/v1/cases").status()).as("reads have places of their own").isEqualTo(200);
            assertThat(accepted).noneMatch(Future::isDone);
            CASES.unblock();
            for (Future<Reply> each : accepted) {
                assertThat(each.get().status()).isEqualTo(200);
            }
            assertThat(database.getCollection("cases").countDocuments()).isEqualTo(cases + 4);
            assertThat(database.getCollection("audit").countDocuments()).as("the four and the list")
                    .isEqualTo(audited + 5);
            assertThat(client.post("/v1/cases", body, key).status()).as("the same command later").isEqualTo(200);
        }
        assertThat(free("command-admitted")).isEqualTo(4);
        assertThat(meters.get("refugio.requests.refused").tags("share", "command", "reason", "queue-full").counter()
                .count()).isEqualTo(10);
    }

    private static void refusesAtOnce(TestHttpClient client, String body, String key) {
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            Reply refused = client.post("/v1/cases", body, key);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).hasValue("2");
            assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body().path("type").asString()).isEqualTo("urn:refugio:problem:busy");
            assertThat(refused.body().path("title").asString()).isEqualTo("El sistema está ocupado");
            assertThat(refused.body().path("supportCode").asString()).hasSize(32);
        }
    }

    private static Reply open(TestHttpClient client, String name) {
        return client.post("/v1/cases", CommandBodies.open(name, "9621112233"));
    }

    private double free(String bulkhead) {
        return meters.get("resilience4j.bulkhead.available.concurrent.calls").tag("name", bulkhead).gauge().value();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SlowStore {

        @Bean
        MongoClientSettingsBuilderCustomizer blockable() {
            return settings -> settings.addCommandListener(CASES);
        }
    }
}
