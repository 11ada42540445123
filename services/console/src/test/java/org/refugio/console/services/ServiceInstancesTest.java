package org.refugio.console.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.admission.AdmissionSettings;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.command.BodyUnreadable;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.services.instance.InstanceRequests;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.LoadBalancerAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Tests the choice of instances and repetition with real connections. */
class ServiceInstancesTest {

    private static final String RECEIPT = "{\"aggregate\":\"c1\",\"version\":1,\"sequence\":2}";

    private final TestInstance answering = TestInstance.answering(RECEIPT);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        answering.close();
    }

    @Test
    void everyInstanceIsCalledInTurn() {
        try (TestInstance second = TestInstance.answering(RECEIPT)) {
            with(List.of(answering, second), clients -> {
                for (int i = 0; i < 10; i++) {
                    clients.getClient("intake", IntakeClient.class).list(null, null, 0);
                }
                assertThat(answering.calls()).isEqualTo(5);
                assertThat(second.calls()).isEqualTo(5);
            });
        }
    }

    @Test
    void whileNothingWasSentAnotherInstanceIsCalledWithoutAKeyToo() {
        with(List.of(TestInstance.unreachable(), answering), clients -> {
            Keyless client = clients.getClient("notification", Keyless.class);
            for (int i = 0; i < 4; i++) {
                client.post(decision());
            }
            assertThat(answering.calls()).isEqualTo(4);
        });
    }

    @Test
    void aCommandWithAKeyGoesToAnotherInstanceWhenTheConnectionBreaks() {
        try (TestInstance breaking = TestInstance.breaking()) {
            with(List.of(breaking, answering), clients -> {
                IntakeClient client = clients.getClient("intake", IntakeClient.class);
                for (int i = 1; i <= 4; i++) {
                    assertThat(client.record("c1", "decision", decision(), "\"decision=0\"", "key" + i))
                            .isEqualTo(new CommandReceipt("c1", 1, 2));
                    assertThat(answering.calls()).isEqualTo(i);
                }
                assertThat(breaking.calls()).isPositive();
                assertThat(answering.lastBody()).contains("\"outcome\":\"GRANTED\"");
            });
        }
    }

    @Test
    void aRequestWithoutAKeyIsNotSentASecondTimeWhenTheConnectionBreaks() {
        try (TestInstance breaking = TestInstance.breaking(); TestInstance other = TestInstance.breaking()) {
            with(List.of(breaking, other), clients -> {
                Keyless client = clients.getClient("notification", Keyless.class);
                assertThatThrownBy(() -> client.post(decision()))
                        .isInstanceOf(ServiceUnreachable.class);
                assertThat(breaking.calls() + other.calls()).isEqualTo(1);
            });
        }
    }

    @Test
    void aTimeoutIsFollowedByAnotherInstanceAndNeverByTheSameOne() {
        try (TestInstance silent = TestInstance.silent()) {
            with(List.of(silent, answering), clients -> {
                IntakeClient client = clients.getClient("intake", IntakeClient.class);
                client.record("c1", "decision", decision(), "\"decision=0\"", "key1");
                client.record("c1", "decision", decision(), "\"decision=0\"", "key2");
                assertThat(answering.calls()).isEqualTo(2);
                assertThat(silent.calls()).isEqualTo(1);
            });
        }
        try (TestInstance only = TestInstance.silent()) {
            with(List.of(only), clients -> {
                IntakeClient client = clients.getClient("intake", IntakeClient.class);
                assertThatThrownBy(() -> client.record("c1", "decision", decision(), "\"decision=0\"", "key"))
                        .isInstanceOf(ServiceUnreachable.class);
                assertThat(only.calls()).isEqualTo(1);
            });
        }
    }

    @Test
    void aCommandWithoutAKeyIsNotSentToAnyInstanceAfterATimeout() {
        try (TestInstance silent = TestInstance.silent(); TestInstance other = TestInstance.silent()) {
            with(List.of(silent, other), clients -> {
                Keyless client = clients.getClient("notification", Keyless.class);
                assertThatThrownBy(() -> client.post(decision())).isInstanceOf(ServiceUnreachable.class);
                assertThat(silent.calls() + other.calls()).isEqualTo(1);
            });
        }
    }

    /** Another instance is most probably full, too; the client decides when to repeat the command. */
    @Test
    void theRefusalOfAFullInstanceIsPassedOnAndNotRepeated() {
        try (TestInstance full = TestInstance.full(); TestInstance other = TestInstance.full()) {
            with(List.of(full, other), clients -> {
                IntakeClient client = clients.getClient("intake", IntakeClient.class);
                assertThatThrownBy(() -> client.record("c1", "decision", decision(), "\"decision=0\"", "key"))
                        .isInstanceOfSatisfying(ServiceBusy.class,
                                busy -> assertThat(busy.retryAfterSeconds()).isEqualTo(7));
                assertThat(full.calls() + other.calls()).isEqualTo(1);
            });
        }
    }

    @Test
    void moreCallsThanTheInstancesAcceptAreRefusedWithoutBeingSent() {
        try (TestInstance silent = TestInstance.silent();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            with(List.of(silent), clients -> {
                IntakeClient client = clients.getClient("intake", IntakeClient.class);
                callers.submit(() -> client.record("c1", "decision", decision(), "\"decision=0\"", "key1"));
                await().until(() -> silent.calls() == 1);
                assertThatThrownBy(() -> client.record("c1", "decision", decision(), "\"decision=0\"", "key2"))
                        .isInstanceOf(ServiceBusy.class);
                assertThat(silent.calls()).isEqualTo(1);
                assertThat(meters.get("refugio.requests.refused").tags("share", "command", "reason", "service-full")
                        .counter().count()).isOne();
                assertThatThrownBy(() -> client.list(null, null, 0)).as("reads have places of their own")
                        .isExactlyInstanceOf(ServiceUnreachable.class);
            }, "refugio.console.calls-per-instance=1");
        }
    }

    @Test
    void theCircuitBreakerOfAnInstanceIsNamedByHostAndPortAndOpens() {
        try (TestInstance breaking = TestInstance.breaking()) {
            with(List.of(breaking, answering), clients -> {
                for (int i = 0; i < 40; i++) {
                    clients.getClient("intake", IntakeClient.class).record("c1", "decision", decision(),
                            "\"decision=0\"", "key" + i);
                }
                assertThat(breaking.calls()).isEqualTo(5);
                assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "intake@127.0.0.1:" + breaking.uri().getPort(), "state", "open").gauge().value())
                        .isOne();
            });
        }
    }

    @Test
    void anUploadReachesTheServiceWhileItIsStillBeingRead() {
        with(List.of(answering), clients -> {
            CountDownLatch arrived = answering.awaitBytes(64 * 1024);
            InputStream file = new InputStream() {

                private int sent;

                @Override
                public int read() throws IOException {
                    if (sent == 256 * 1024) {
                        wait(arrived);
                    }
                    return sent++ < 512 * 1024 ? 'x' : -1;
                }

                private void wait(CountDownLatch latch) throws IOException {
                    try {
                        if (!latch.await(5, TimeUnit.SECONDS)) {
                            throw new IOException("nothing of the file arrived before its end");
                        }
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            };
            clients.getClient("document", DocumentClient.class).upload("c1", "photographs",
                    new InputStreamResource(file), "image/jpeg", "a.jpg", "key");
            assertThat(answering.lastBody()).hasSize(512 * 1024);
            assertThat(answering.lastHeaders()).containsEntry("Refugio-file-name", List.of("a.jpg"))
                    .containsEntry("Content-type", List.of("image/jpeg"))
                    .containsEntry("Idempotency-key", List.of("key"));
        });
    }

    @Test
    void anUploadThatBrokeHalfwayIsNotSentAgain() {
        try (TestInstance breaking = TestInstance.breaking(); TestInstance other = TestInstance.breaking()) {
            with(List.of(breaking, other), clients -> {
                DocumentClient client = clients.getClient("document", DocumentClient.class);
                InputStreamResource file = new InputStreamResource(
                        new ByteArrayInputStream("file".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
                assertThatThrownBy(() -> client.upload("c1", "photographs", file, "image/jpeg", "a.jpg", "key"))
                        .isInstanceOf(ServiceUnreachable.class);
                assertThat(breaking.calls() + other.calls()).isEqualTo(1);
            });
        }
    }

    @Test
    void anUploadMayTakeLongerThanTheTimeoutWhileTheClientSends() {
        with(List.of(answering), clients -> {
            InputStream slow = new ScriptedStream(12, 8192, () -> Thread.sleep(100));
            clients.getClient("document", DocumentClient.class).upload("c1", "photographs",
                    new InputStreamResource(slow), "image/jpeg", "a.jpg", "key");
            assertThat(answering.lastBody()).hasSize(12 * 8192);
        });
    }

    @Test
    void aBodyThatEndsEarlyIsNotTheInstancesFailure() {
        with(List.of(answering), clients -> {
            for (int i = 0; i < 10; i++) {
                InputStream broken = new ScriptedStream(2, 8192, () -> {
                }) {

                    @Override
                    void end() throws IOException {
                        throw new IOException("the client disconnected");
                    }
                };
                assertThatThrownBy(() -> clients.getClient("document", DocumentClient.class).upload("c1", "photographs",
                        new InputStreamResource(broken), "image/jpeg", "a.jpg", "key"))
                        .isInstanceOf(BodyUnreadable.class);
            }
            assertThat(clients.getClient("intake", IntakeClient.class).record("c1", "decision", decision(),
                    "\"status=1\"", "key"))
                    .isEqualTo(new CommandReceipt("c1", 1, 2));
            assertThat(meters.get("resilience4j.circuitbreaker.state")
                    .tags("name", "document@127.0.0.1:" + answering.uri().getPort(), "state", "closed").gauge().value())
                    .isOne();
        });
    }

    @Test
    void aBodyThatNoServiceAcceptsIsTheClientsFaultToo() {
        with(List.of(answering), clients -> assertThatThrownBy(() -> clients.getClient("document", DocumentClient.class)
                .upload("c1", "photographs", new InputStreamResource(new ScriptedStream(33, 1024 * 1024, () -> {
                })), "image/jpeg", "a.jpg", "key")).isInstanceOf(BodyTooLarge.class));
    }

    @Test
    void anInstanceThatStopsInTheMiddleOfABodyIsGivenUp() {
        try (TestInstance silent = TestInstance.silent(); TestInstance stalling = TestInstance.stalling()) {
            with(List.of(silent),
                    clients -> assertThatThrownBy(() -> clients.getClient("document", DocumentClient.class)
                            .upload("c1", "photographs",
                                    new InputStreamResource(new ScriptedStream(20, 1024 * 1024, () -> {
                                    })), "image/jpeg", "a.jpg", "key"))
                            .isInstanceOf(ServiceUnreachable.class));
            with(List.of(stalling), clients -> {
                ResponseEntity<InputStreamResource> file = clients.getClient("document", DocumentClient.class).file(
                        "c1",
                        "u1");
                assertThatThrownBy(() -> file.getBody().getInputStream().readAllBytes())
                        .isInstanceOf(HttpTimeoutException.class);
            });
        }
    }

    private static IntakeClient.Fact decision() {
        return new IntakeClient.Fact.Decision("GRANTED", "2026-03-01", false, null);
    }

    private void with(List<TestInstance> instances, Consumer<HttpServiceProxyRegistry> test, String... properties) {
        String uris = instances.stream().map(each -> each.uri().toString()).collect(Collectors.joining(","));
        Stream<String> addresses = Stream.of("intake", "document", "scheduling", "notification")
                .flatMap(each -> Stream.of("spring.http.serviceclient." + each + ".base-url=http://" + each,
                        "refugio.console.services." + each + "=" + uris));
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class, HttpServiceClientPropertiesAutoConfiguration.class,
                        RestClientAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
                        LoadBalancerAutoConfiguration.class, BlockingLoadBalancerClientAutoConfiguration.class))
                .withPropertyValues(addresses.toArray(String[]::new))
                .withPropertyValues("refugio.console.client-id=c", "refugio.console.offices.tapachula.name=Tapachula")
                .withPropertyValues(properties)
                .withBean(MeterRegistry.class, () -> meters).withBean(JsonMapper.class, JsonMapper::new)
                .withBean(InstanceRequests.class,
                        () -> new InstanceRequests(Duration.ofMillis(500)))
                .withUserConfiguration(Settings.class, ServiceInstances.class, ServiceClientConfiguration.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    test.accept(context.getBean(HttpServiceProxyRegistry.class));
                });
    }

    /** A command that a service would not recognise when it is repeated. */
    @HttpExchange("/v1")
    interface Keyless {

        @PostExchange("/keyless")
        CommandReceipt post(@RequestBody IntakeClient.Fact body);
    }

    @Configuration
    @EnableConfigurationProperties({ConsoleSettings.class, AdmissionSettings.class})
    @ImportHttpServices(group = "notification", types = Keyless.class)
    static class Settings {
    }
}
