package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Many clients at once. */
class ConcurrencyIT {

    private static final int CLIENTS = 8;
    private static final int EACH = 60;

    private final MongoCollection<Document> things = Served.freshDatabase().getCollection("things");

    @Test
    void everyCompareAndSetThatWonIsCounted() throws Exception {
        things.insertOne(new Document("_id", 1).append("version", 0).append("sum", 0));
        AtomicInteger won = new AtomicInteger();
        atOnce(client -> {
            for (int i = 0; i < EACH; i++) {
                int seen = things.find(eq("_id", 1)).first().getInteger("version");
                won.addAndGet((int) things.updateOne(and(eq("_id", 1), eq("version", seen)),
                        Updates.combine(Updates.set("version", seen + 1), Updates.inc("sum", 1))).getModifiedCount());
            }
        });
        Document end = things.find(eq("_id", 1)).first();
        assertThat(won.get()).isPositive();
        assertThat(end).containsEntry("version", won.get()).containsEntry("sum", won.get());
    }

    @Test
    void nobodyGetsTheSameNumberTwice() throws Exception {
        things.insertOne(new Document("_id", "counter").append("n", 0));
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        atOnce(client -> {
            for (int i = 0; i < EACH; i++) {
                seen.add(things.findOneAndUpdate(eq("_id", "counter"), Updates.inc("n", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)).getInteger("n"));
            }
        });
        assertThat(seen).hasSize(CLIENTS * EACH);
    }

    @Test
    void onlyOneClientTakesAUniqueKey() throws Exception {
        things.createIndex(Indexes.ascending("slot"), new IndexOptions().unique(true));
        AtomicInteger taken = new AtomicInteger();
        atOnce(client -> {
            for (int i = 0; i < EACH; i++) {
                try {
                    things.insertOne(new Document("_id", client + "-" + i).append("slot", i));
                    taken.incrementAndGet();
                } catch (MongoWriteException e) {
                    assertThat(e.getCode()).isEqualTo(11000);
                }
            }
        });
        assertThat(taken).hasValue(EACH);
        assertThat(things.countDocuments()).isEqualTo(EACH);
    }

    @Test
    void aDocumentIsNeverReadHalfWritten() throws Exception {
        things.insertOne(new Document("_id", 1).append("a", 0).append("b", 0));
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger torn = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        atOnce(client -> {
            if (client == 0) {
                for (int i = 1; i <= 300; i++) {
                    things.updateOne(eq("_id", 1), Updates.combine(Updates.set("a", i), Updates.set("b", i),
                            Updates.set("list", new ArrayList<>(java.util.Collections.nCopies(50, i)))));
                }
                goOn.set(false);
                return;
            }
            while (goOn.get()) {
                Document found = things.find(eq("_id", 1)).first();
                List<Integer> list = found.getList("list", Integer.class, List.of());
                reads.incrementAndGet();
                if (!found.getInteger("a").equals(found.getInteger("b"))
                        || list.stream().anyMatch(each -> !each.equals(found.getInteger("a")))) {
                    torn.incrementAndGet();
                }
            }
        });
        assertThat(reads.get()).isPositive();
        assertThat(torn).hasValue(0);
    }

    private static void atOnce(IntConsumer client) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                all.add(() -> {
                    client.accept(number);
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
        }
    }
}
