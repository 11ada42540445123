package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/**
 * The throughput of the store on this machine, with and without forcing to disk. Arguments: documents, seconds per
 * phase. The server at {@code REFUGIO_MONGODB_URI} is measured if set.
 */
final class StoreBench {

    private static final String PAD = "x".repeat(450);

    private final MongoCollection<Document> docs;
    private final int documents;
    private final long nanos;

    private StoreBench(MongoClient client, int documents, int seconds) {
        this.docs = client.getDatabase("bench").getCollection("docs");
        this.documents = documents;
        this.nanos = seconds * 1_000_000_000L;
    }

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        String external = System.getenv("REFUGIO_MONGODB_URI");
        if (external != null) {
            measure("external", external, documents, seconds);
            return;
        }
        for (boolean forced : new boolean[]{true, false}) {
            Path folder = Files.createTempDirectory("bench");
            try (EmbeddedStore store = EmbeddedStore
                    .open(new StoreSettings(folder, folder.resolve("key"), 0, forced))) {
                measure(forced ? "forced" : "unforced", store.uri(), documents, seconds);
            }
        }
    }

    private static void measure(String name, String uri, int documents, int seconds) throws Exception {
        try (MongoClient client = MongoClients.create(uri)) {
            StoreBench bench = new StoreBench(client, documents, seconds);
            bench.fill(name);
            for (int threads : new int[]{1, 8}) {
                bench.phase(name, threads, "insert", i -> bench.docs.insertOne(document("n" + i)));
                bench.phase(name, threads, "compare-and-set", i -> bench.compareAndSet());
                bench.phase(name, threads, "find by _id", i -> bench.docs.find(eq("_id", bench.anyId())).first());
                bench.phase(name, threads, "find by secondary",
                        i -> bench.docs.find(eq("bucket", anyBucket())).limit(10).into(new ArrayList<>()));
                bench.phase(name, threads, "range of 100", i -> {
                    long from = ThreadLocalRandom.current().nextLong(documents);
                    bench.docs.find(and(Filters.gte("at", new Date(from)), Filters.lt("at", new Date(from + 100))))
                            .into(new ArrayList<>());
                });
            }
        }
    }

    private void fill(String name) {
        docs.drop();
        docs.createIndex(Indexes.ascending("bucket"));
        docs.createIndex(Indexes.ascending("at"));
        long start = System.nanoTime();
        for (int from = 0; from < documents; from += 200) {
            List<InsertOneModel<Document>> bulk = new ArrayList<>();
            for (int i = from; i < Math.min(documents, from + 200); i++) {
                bulk.add(new InsertOneModel<>(document("d" + i).append("at", new Date(i))));
            }
            docs.bulkWrite(bulk, new BulkWriteOptions().ordered(false));
        }
        System.out.printf("%-9s bulks of 200, 1 thread: %,.0f documents/s%n", name,
                documents / ((System.nanoTime() - start) / 1e9));
    }

    private void phase(String name, int threads, String what, Step step) throws Exception {
        String run = Long.toHexString(System.nanoTime());
        List<Integer> counts = ConcurrentRun.run(threads, thread -> {
            long end = System.nanoTime() + nanos;
            int count = 0;
            while (System.nanoTime() < end) {
                step.run(run + "-" + thread + "-" + count++);
            }
            return count;
        });
        long total = counts.stream().mapToLong(Integer::longValue).sum();
        System.out.printf("%-9s %d threads %-18s %,8.0f/s%n", name, threads, what, total / (nanos / 1e9));
    }

    private void compareAndSet() {
        String id = anyId();
        Document seen = docs.find(eq("_id", id)).first();
        docs.updateOne(and(eq("_id", id), eq("version", seen.getLong("version"))),
                Updates.combine(Updates.inc("version", 1L), Updates.set("pad", PAD)));
    }

    private String anyId() {
        return "d" + ThreadLocalRandom.current().nextInt(documents);
    }

    private static int anyBucket() {
        return ThreadLocalRandom.current().nextInt(1000);
    }

    private static Document document(String id) {
        return new Document("_id", id).append("version", 1L).append("bucket", anyBucket()).append("pad", PAD);
    }

    @FunctionalInterface
    private interface Step {
        void run(String unique);
    }
}
