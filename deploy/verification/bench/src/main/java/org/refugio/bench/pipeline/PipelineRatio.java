package org.refugio.bench.pipeline;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;
import org.refugio.testkit.TestInfrastructure;
import org.refugio.testkit.TestNamespace;
import org.springframework.context.ConfigurableApplicationContext;

/** Events per second through the pipeline, compared with a bare consumer of the same events. */
public final class PipelineRatio implements Measurement {

    private static final double GOAL = 0.5;

    private final int events;
    private final int rounds;

    public PipelineRatio() {
        this(1500, 3);
    }

    PipelineRatio(int events, int rounds) {
        this.events = events;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String how() {
        return events
                + " events from the first send to the last effect, two consumers on each side, the same broker, store "
                + "and durable write per event; medians of " + rounds + " alternated rounds after one of warm-up";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        try (ConfigurableApplicationContext context = RefugioConsumer.start()) {
            TestNamespace world = context.getBean(TestNamespace.class);
            String kafka = TestInfrastructure.shared().kafka();
            MongoDatabase database = context.getBean(MongoClient.class).getDatabase(world.database("bare"));
            EffectCollection ours = context.getBean(EffectCollection.class);
            EffectCollection plain = new EffectCollection(database);
            // topics that the measured service does not read
            try (EventFeed feed = new EventFeed(kafka);
                    BareConsumer bare = new BareConsumer(kafka, world.topic("document"), plain, null);
                    BareConsumer careful = new BareConsumer(kafka, world.topic("scheduling"), plain,
                            database.getCollection("cursors"))) {
                Rates rates = new Rates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                for (int round = 0; round <= rounds; round++) {
                    progress.say(round == 0 ? "warm-up" : "round " + round + " of " + rounds);
                    double one = rate(feed, bare.topic(), plain);
                    double two = rate(feed, careful.topic(), plain);
                    double three = rate(feed, world.topic("intake"), ours);
                    if (round > 0) {
                        rates.bare().add(one);
                        rates.careful().add(two);
                        rates.ours().add(three);
                    }
                }
                rates.rows().forEach(rows);
            }
        }
    }

    private double rate(EventFeed feed, String topic, EffectCollection landed) throws Exception {
        long start = System.nanoTime();
        feed.send(topic, events);
        landed.await(events);
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private record Rates(List<Double> bare, List<Double> careful, List<Double> ours) {

        List<ResultRow> rows() {
            double ratio = median(ours) / median(bare);
            double sameWrites = median(ours) / median(careful);
            return List.of(ResultRow.of("bare: effect only").with("events/s", median(bare)),
                    ResultRow.of("bare: effect and cursor").with("events/s", median(careful)),
                    ResultRow.of("ours: effect, cursor, order, parking").with("events/s", median(ours)),
                    ResultRow.of("ours to the same durable writes").with("ratio", sameWrites).budgeted("≥ 0.5",
                            sameWrites >= GOAL),
                    ResultRow.of("ours to the effect only").with("ratio", ratio));
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }
}
