package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The behaviour that the services rely on, the same on every store. */
class CompatibilityIT {

    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void fresh() {
        database = RunningStore.freshDatabase();
        things = database.getCollection("things");
    }

    @Test
    void aCompareAndSetWinsOnceAndTellsTheLoser() {
        things.insertOne(new Document("_id", "a").append("version", 1L));
        assertThat(
                things.updateOne(and(eq("_id", "a"), eq("version", 1L)), Updates.set("version", 2L)).getMatchedCount())
                .isOne();
        assertThat(
                things.updateOne(and(eq("_id", "a"), eq("version", 1L)), Updates.set("version", 3L)).getMatchedCount())
                .isZero();
        assertThat(things.find(eq("_id", "a")).first().getLong("version")).isEqualTo(2);
    }

    @Test
    void statesOutboxesAndHistoriesChangeInOneWrite() {
        things.insertOne(new Document("_id", "a").append("version", 1L).append("outbox", List.of()).append("commands",
                List.of()));
        things.updateOne(eq("_id", "a"),
                Updates.combine(Updates.set("state", new Document("x", 1)),
                        Updates.pushEach("outbox", List.of(new Document("seq", 1L), new Document("seq", 2L))),
                        Updates.pushEach("commands", List.of(new Document("key", "k")), new PushOptions().slice(-2)),
                        Updates.set("pending", true), Updates.set("applied.intake:1", 4L)));
        things.updateOne(eq("_id", "a"), Updates.pull("outbox", lte("seq", 1L)));
        Document found = things.find(eq("_id", "a")).first();
        assertThat(found.getList("outbox", Document.class)).extracting(each -> each.getLong("seq")).containsExactly(2L);
        assertThat(found.getEmbedded(List.of("applied", "intake:1"), Long.class)).isEqualTo(4);
        things.updateOne(eq("_id", "a"), Updates.combine(Updates.set("outbox", List.of()), Updates.unset("pending")));
        assertThat(things.countDocuments(eq("pending", true))).isZero();
        assertThat(things.countDocuments(exists("outbox.0", false))).isOne();
    }

    @Test
    void boundedListsKeepTheNewest() {
        things.insertOne(new Document("_id", "a"));
        for (int i = 0; i < 5; i++) {
            things.updateOne(eq("_id", "a"), Updates.pushEach("log", List.of(i), new PushOptions().slice(-3)));
        }
        assertThat(things.find().first().getList("log", Integer.class)).containsExactly(2, 3, 4);
    }

    @Test
    void uniqueSparseIndexesAllowAbsenceAndRefuseDoubles() {
        things.createIndex(Indexes.ascending("names"), new IndexOptions().unique(true).sparse(true));
        things.insertOne(new Document("_id", 1));
        things.insertOne(new Document("_id", 2));
        things.insertOne(new Document("_id", 3).append("names", List.of("n")));
        assertThatThrownBy(() -> things.insertOne(new Document("_id", 4).append("names", List.of("n"))))
                .isInstanceOfSatisfying(MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        assertThat(things.find(or(eq("_id", "x"), eq("names", "n"))).first().getInteger("_id")).isEqualTo(3);
    }

    @Test
    void indexesAnswerWhatAScanWouldAnswer() {
        things.createIndex(Indexes.ascending("state.office"));
        things.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
        things.insertMany(IntStream.range(0, 300).mapToObj(i -> {
            Document each = new Document("_id", i).append("state", new Document("office", "o" + i % 3));
            return i % 10 == 0 ? each.append("pending", true) : each;
        }).toList());
        things.updateMany(eq("state.office", "o1"), Updates.set("state.office", "o9"));
        things.deleteMany(and(eq("state.office", "o2"), gte("_id", 150)));
        assertThat(things.countDocuments(eq("state.office", "o9"))).isEqualTo(100);
        assertThat(things.countDocuments(eq("state.office", "o1"))).isZero();
        assertThat(things.countDocuments(eq("state.office", "o2"))).isEqualTo(50);
        assertThat(things.countDocuments(in("state.office", "o0", "o2"))).isEqualTo(150);
        assertThat(things.countDocuments(and(eq("pending", true), eq("state.office", "o0")))).isEqualTo(10);
        List<Integer> sorted = new ArrayList<>();
        things.find(eq("state.office", "o0")).sort(Sorts.descending("_id")).skip(1).limit(2)
                .forEach(each -> sorted.add(each.getInteger("_id")));
        assertThat(sorted).containsExactly(294, 291);
    }

    @Test
    void orderedInsertsStopAtTheFirstDoubleAndUnorderedOnesGoOn() {
        things.insertOne(new Document("_id", 2));
        List<Document> five = IntStream.rangeClosed(1, 5).mapToObj(i -> new Document("_id", i)).toList();
        assertThatThrownBy(() -> things.insertMany(five)).isInstanceOfSatisfying(MongoBulkWriteException.class,
                e -> assertThat(e.getWriteResult().getInsertedCount()).isOne());
        assertThat(things.countDocuments()).isEqualTo(2);
        assertThatThrownBy(() -> things.insertMany(five, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors()).hasSize(2));
        assertThat(things.countDocuments()).isEqualTo(5);
    }

    @Test
    void orderedBulkUpdatesStopAtTheFirstError() {
        things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        things.insertMany(List.of(new Document("_id", 1).append("k", 1), new Document("_id", 2).append("k", 2),
                new Document("_id", 3).append("k", 3)));
        List<UpdateOneModel<Document>> updates = List.of(new UpdateOneModel<>(eq("_id", 1), Updates.set("v", 1)),
                new UpdateOneModel<>(eq("_id", 2), Updates.set("k", 1)),
                new UpdateOneModel<>(eq("_id", 3), Updates.set("v", 1)));
        assertThatThrownBy(() -> things.bulkWrite(updates)).isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
            assertThat(e.getWriteErrors().getFirst().getIndex()).isOne();
            assertThat(e.getWriteResult().getModifiedCount()).isOne();
        });
        assertThat(things.countDocuments(eq("v", 1))).isOne();
        assertThatThrownBy(() -> things.bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(things.countDocuments(eq("v", 1))).isEqualTo(2);
    }

    @Test
    void upsertsAndReplacementsSayWhatTheyDid() {
        Document first = things.findOneAndUpdate(eq("_id", "n"), Updates.combine(Updates.inc("n", 1),
                Updates.setOnInsert("made", "once")),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        Document second = things.findOneAndUpdate(eq("_id", "n"), Updates.inc("n", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        assertThat(first.getInteger("n")).isOne();
        assertThat(second).containsEntry("n", 2).containsEntry("made", "once");
        assertThat(things.replaceOne(eq("_id", "p"), new Document("a", 1), new ReplaceOptions().upsert(true))
                .getUpsertedId()).isNotNull();
        assertThat(things.updateOne(eq("_id", "p"), Updates.max("a", 5), new UpdateOptions()).getModifiedCount())
                .isOne();
        assertThat(things.find(eq("_id", "p")).first().getInteger("a")).isEqualTo(5);
    }

    @Test
    void bytesAndTimesComeBackAsTheyWere() {
        byte[] bytes = new byte[70_000];
        new java.util.Random(1).nextBytes(bytes);
        Date now = new Date();
        things.insertOne(new Document("_id", 1).append("b", new Binary(bytes)).append("t", now).append("n", null));
        Document found = things.find(eq("_id", 1)).first();
        assertThat(found.get("b", Binary.class).getData()).isEqualTo(bytes);
        assertThat(found.getDate("t")).isEqualTo(now);
        assertThat(found).containsKey("n");
    }

    @Test
    void thousandsOfDocumentsArePagedByTheCursor() {
        things.insertMany(IntStream.range(0, 3000).mapToObj(i -> new Document("_id", i).append("t", "x".repeat(200)))
                .toList());
        assertThat(things.find().batchSize(100).into(new ArrayList<>())).hasSize(3000);
        assertThat(things.distinct("t", String.class).into(new ArrayList<>())).hasSize(1);
    }

    @Test
    void healthChecksAreAnswered() {
        assertThat(database.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary")).isTrue();
        assertThat(database.runCommand(new Document("ping", 1)).getDouble("ok")).isEqualTo(1.0);
    }
}
