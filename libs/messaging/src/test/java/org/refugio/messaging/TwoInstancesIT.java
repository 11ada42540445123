package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.SampleService.Tally;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of one service share the events between them, and each event takes effect once. */
@RefugioTest
class TwoInstancesIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int CASES = 24;
    private static final long EVENTS = 12;

    @Autowired
    private TestNamespace namespace;

    @Autowired
    private TopicRecords records;

    @Autowired
    private AggregateRepository<Tally> tallies;

    @Autowired
    private EventOperations operations;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void eachEventTakesEffectOnceWhileInstancesStartAndStop() {
        List<String> cases = IntStream.range(0, CASES).mapToObj(i -> "c" + run + "-" + i).toList();
        publish(cases, 1, EVENTS / 3);
        try (ConfigurableApplicationContext _ = startInstance("two")) {
            publish(cases, EVENTS / 3 + 1, 2 * EVENTS / 3);
            await().atMost(TIMEOUT).untilAsserted(() -> {
                // the first instance may have finished everything before partitions were assigned to the second one
                publish(List.of("c" + run + "-" + UUID.randomUUID()), 1, 1);
                assertThat(SampleService.Handler.HANDLED_BY_INSTANCE.get("two"))
                        .as("the second instance handles a part of the events")
                        .isNotNull();
            });
        } // it stops, and its partitions return to the first instance
        publish(cases, 2 * EVENTS / 3 + 1, EVENTS);
        List<Long> all = LongStream.rangeClosed(1, EVENTS).boxed().toList();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(cases)
                .allSatisfy(each -> assertThat(tallies.find(each).orElseThrow().state().order()).isEqualTo(all)));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog())
                .matches(backlog -> backlog.pending() == 0 && backlog.waiting() == 0 && backlog.parked() == 0));
        Map<String, List<Long>> published = new HashMap<>();
        records.read("document").forEach(each -> {
            List<Long> of = published.computeIfAbsent(each.aggregate(), _ -> new ArrayList<>());
            if (!of.contains(each.sequence())) { // a relay may publish an event twice, but never out of order
                of.add(each.sequence());
            }
        });
        assertThat(cases).allSatisfy(each -> assertThat(published.get(each)).isEqualTo(all));
    }

    private void publish(List<String> cases, long from, long to) {
        for (long n = from; n <= to; n++) {
            for (String each : cases) {
                records.publish("intake", each, n, new StepChanged(each, "tapachula", Step.DOCUMENT_GATHERING,
                        StepStatus.IN_PROGRESS, Instant.now()));
            }
        }
    }

    private ConfigurableApplicationContext startInstance(String instance) {
        Map<String, Object> settings = new HashMap<>(namespace.variables("document"));
        settings.putAll(namespace.properties());
        settings.put("REFUGIO_INSTANCE", instance);
        settings.put("server.port", "0");
        return new SpringApplicationBuilder(SampleService.class).properties(settings).run();
    }
}
