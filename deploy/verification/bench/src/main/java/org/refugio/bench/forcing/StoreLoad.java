package org.refugio.bench.forcing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;

/** The two kinds of write of the system: an insert, and a compare-and-set on a version. */
record StoreLoad(String uri) {

    private static final int DOCUMENTS = 5_000;
    private static final long PHASE_NANOS = 1_000_000_000L;
    private static final String PAD = "x".repeat(450);

    @FunctionalInterface
    private interface Write {
        void run(MongoCollection<Document> docs, String unique);
    }

    Map<String, Double> rates() throws Exception {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> docs = client.getDatabase("bench").getCollection("docs");
            for (int from = 0; from < DOCUMENTS; from += 500) {
                List<Document> bulk = new ArrayList<>();
                for (int i = from; i < from + 500; i++) {
                    bulk.add(document("d" + i));
                }
                docs.insertMany(bulk);
            }
            phase(docs, 8, StoreLoad::insert); // warm-up
            Map<String, Double> out = new TreeMap<>();
            for (int threads : new int[]{1, 8}) {
                out.put("insert, " + threads + " threads", phase(docs, threads, StoreLoad::insert));
                out.put("compare-and-set, " + threads + " threads", phase(docs, threads, StoreLoad::compareAndSet));
            }
            return out;
        }
    }

    private static double phase(MongoCollection<Document> docs, int threads, Write write) throws Exception {
        String run = Long.toHexString(System.nanoTime());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long end = System.nanoTime() + PHASE_NANOS;
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String mine = run + "-" + i + "-";
                all.add(() -> {
                    int count = 0;
                    while (System.nanoTime() < end) {
                        write.run(docs, mine + count++);
                    }
                    return count;
                });
            }
            long total = 0;
            for (Future<Integer> each : pool.invokeAll(all)) {
                total += each.get();
            }
            return total / (PHASE_NANOS / 1e9);
        }
    }

    private static void insert(MongoCollection<Document> docs, String unique) {
        docs.insertOne(document(unique));
    }

    /** The read is included, because it returns the version. */
    private static void compareAndSet(MongoCollection<Document> docs, String unique) {
        String id = "d" + ThreadLocalRandom.current().nextInt(DOCUMENTS);
        Document seen = docs.find(eq("_id", id)).first();
        docs.updateOne(and(eq("_id", id), eq("version", seen.getLong("version"))),
                Updates.combine(Updates.inc("version", 1L), Updates.set("pad", PAD)));
    }

    private static Document document(String id) {
        return new Document("_id", id).append("version", 1L).append("pad", PAD);
    }
}
