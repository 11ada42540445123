package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Concurrent clients. */
class ConcurrencyTest {

    private static final int THREADS = 12;

    private final MongoDatabase database = StoreUnderTest.freshDatabase();
    private final MongoCollection<Document> things = database.getCollection("things");

    @Test
    void compare_and_set_loses_no_step() throws Exception {
        things.insertOne(new Document("_id", 1).append("version", 0L).append("sum", 0));
        int each = 40;

        ConcurrentRun.run(THREADS, thread -> {
            int done = 0;
            while (done < each) {
                Document seen = things.find(eq("_id", 1)).first();
                done += (int) things.updateOne(and(eq("_id", 1), eq("version", seen.getLong("version"))),
                        Updates.combine(Updates.inc("version", 1L), Updates.set("sum", seen.getInteger("sum") + 1)))
                        .getModifiedCount();
            }
            return done;
        });

        assertThat(things.find().first()).containsEntry("sum", THREADS * each).containsEntry("version",
                (long) THREADS * each);
    }

    @Test
    void the_new_document_that_is_returned_is_of_ones_own_change() throws Exception {
        int each = 100;
        Set<Integer> returned = ConcurrentHashMap.newKeySet();

        ConcurrentRun.run(THREADS, thread -> {
            for (int i = 0; i < each; i++) {
                returned.add(things.findOneAndUpdate(eq("_id", "n"), Updates.inc("n", 1),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))
                        .getInteger("n"));
            }
            return thread;
        });

        assertThat(returned).hasSize(THREADS * each).contains(1, THREADS * each);
    }

    @Test
    void a_unique_key_has_one_winner() throws Exception {
        things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        int keys = 100;

        int won = ConcurrentRun.run(THREADS, thread -> {
            int wins = 0;
            for (int i = 0; i < keys; i++) {
                try {
                    things.insertOne(new Document("k", i).append("by", thread));
                    wins++;
                } catch (MongoWriteException e) {
                    assertThat(e.getCode()).isEqualTo(11000);
                }
            }
            return wins;
        }).stream().mapToInt(Integer::intValue).sum();

        assertThat(won).isEqualTo(keys);
        assertThat(things.countDocuments()).isEqualTo(keys);
    }

    @Test
    void upserts_of_the_same_id_meet_in_one_document() throws Exception {
        ConcurrentRun.run(THREADS, thread -> {
            for (int i = 0; i < 50; i++) {
                things.updateOne(eq("_id", i), Updates.inc("n", 1), new UpdateOptions().upsert(true));
            }
            return thread;
        });

        assertThat(things.countDocuments()).isEqualTo(50);
        assertThat(things.countDocuments(ne("n", THREADS))).isZero();
    }

    @Test
    void a_job_found_by_a_secondary_index_is_claimed_once() throws Exception {
        things.createIndex(Indexes.ascending("state"));
        things.insertMany(
                IntStream.range(0, 300).mapToObj(i -> new Document("_id", i).append("state", "NEW")).toList());

        List<Set<Integer>> claims = ConcurrentRun.run(THREADS, thread -> {
            Set<Integer> mine = new HashSet<>();
            Document job;
            while ((job = things.findOneAndUpdate(eq("state", "NEW"), Updates.set("state", "TAKEN"),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))) != null) {
                mine.add(job.getInteger("_id"));
            }
            return mine;
        });

        assertThat(claims.stream().mapToInt(Set::size).sum()).isEqualTo(300);
        assertThat(things.countDocuments(eq("state", "TAKEN"))).isEqualTo(300);
    }

    @Test
    void no_reader_sees_half_an_update() throws Exception {
        for (int i = 0; i < 20; i++) {
            things.insertOne(new Document("_id", i).append("a", 0).append("b", 0));
        }
        long end = System.nanoTime() + 3_000_000_000L;

        long reads = ConcurrentRun.run(THREADS, thread -> {
            Random random = new Random(thread);
            long seen = 0;
            while (System.nanoTime() < end) {
                if (thread < THREADS / 2) {
                    int value = random.nextInt();
                    things.updateOne(eq("_id", random.nextInt(20)),
                            Updates.combine(Updates.set("a", value), Updates.set("x" + random.nextInt(20), value),
                                    Updates.unset("y" + random.nextInt(20)),
                                    Updates.pushEach("l", List.of(value), new PushOptions().slice(-5)),
                                    Updates.set("b", value)));
                } else {
                    for (Document each : things.find()) {
                        assertThat(each.get("a")).isEqualTo(each.get("b"));
                        seen++;
                    }
                }
            }
            return seen;
        }).stream().mapToLong(Long::longValue).sum();

        assertThat(reads).isPositive();
    }

    @Test
    void a_collection_that_all_create_at_once_keeps_what_each_wrote() throws Exception {
        ConcurrentRun.run(THREADS, thread -> {
            for (int i = 0; i < 10; i++) {
                MongoCollection<Document> fresh = database.getCollection("fresh" + i);
                fresh.createIndex(Indexes.ascending("by"));
                fresh.insertOne(new Document("_id", thread).append("by", thread));
            }
            return thread;
        });

        for (int i = 0; i < 10; i++) {
            assertThat(database.getCollection("fresh" + i).countDocuments()).isEqualTo(THREADS);
            assertThat(database.getCollection("fresh" + i).find(eq("by", 3)).first()).isNotNull();
        }
    }
}
