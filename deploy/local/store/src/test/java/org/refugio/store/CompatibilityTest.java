package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** The features of MongoDB that the services use, at the level of the driver. */
class CompatibilityTest {

    private final MongoCollection<Document> things = StoreUnderTest.freshDatabase().getCollection("things");

    @Test
    void a_unique_index_refuses_a_second_key_on_insert_update_and_upsert() {
        things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        things.insertMany(List.of(doc("_id", 1, "k", 1), doc("_id", 2, "k", 2)));

        assertDuplicate(() -> things.insertOne(doc("_id", 3, "k", 1)));
        assertDuplicate(() -> things.updateOne(eq("_id", 2), Updates.set("k", 1)));
        assertDuplicate(() -> things.updateOne(and(eq("k", 1), eq("v", 9)), Updates.set("z", 1),
                new UpdateOptions().upsert(true)));
        assertThat(things.find(eq("k", 2)).first()).isEqualTo(doc("_id", 2, "k", 2));
    }

    @Test
    void a_sparse_unique_index_lets_documents_without_the_key_be() {
        things.createIndex(Indexes.ascending("names"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(List.of(doc("_id", 1), doc("_id", 2), doc("_id", 3, "names", List.of("a", "b"))));

        assertDuplicate(() -> things.insertOne(doc("_id", 4, "names", List.of("b"))));
        assertThat(things.find(or(eq("_id", "none"), eq("names", "b"))).first()).containsEntry("_id", 3);
    }

    @Test
    void a_sparse_index_finds_exactly_what_is_pending() {
        things.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
        things.insertMany(IntStream.range(0, 50).mapToObj(i -> doc("_id", i)).toList());
        things.updateMany(lt("_id", 5), Updates.set("pending", true));
        things.updateOne(eq("_id", 3), Updates.unset("pending"));
        things.deleteOne(eq("_id", 4));

        assertThat(ids(eq("pending", true))).containsExactly(0, 1, 2);
        assertThat(things.countDocuments(exists("pending", false))).isEqualTo(46);
    }

    @Test
    void an_index_answers_like_a_scan_whatever_else_the_query_asks() {
        for (int i = 0; i < 200; i++) {
            things.insertOne(doc("_id", i, "office", "o" + i % 3, "bucket", i % 7, "at", new Date(i * 1000L), "tags",
                    List.of("t" + i % 2, "t" + i % 5), "state", doc("n", (long) i)));
        }
        var queries = List.of(and(eq("office", "o1"), eq("bucket", 3)), in("office", "o0", "o2"),
                and(eq("office", "o1"), gte("at", new Date(20_000)), lt("at", new Date(90_000))),
                and(gte("at", new Date(50_000)), lt("at", new Date(60_000))), eq("tags", "t4"),
                and(gt("tags", "t1"), lt("tags", "t1")), eq("state.n", 7), eq("bucket", 3.0),
                and(gte("state.n", 190), eq("office", "o1")), in("bucket", 1, 2L, 3.0),
                or(eq("bucket", 1), eq("office", "o2")), eq("office", null), gte("office", "o2"));
        List<List<Integer>> scanned = queries.stream().map(this::ids).toList();

        things.createIndex(Indexes.ascending("office", "at"));
        things.createIndex(Indexes.ascending("bucket"));
        things.createIndex(Indexes.descending("at"));
        things.createIndex(Indexes.ascending("tags"));
        things.createIndex(Indexes.ascending("state.n"));

        assertThat(queries.stream().map(this::ids).toList()).isEqualTo(scanned);
        things.updateMany(eq("bucket", 3), Updates.combine(Updates.set("bucket", 99), Updates.inc("state.n", 1000L)));
        assertThat(ids(eq("bucket", 3))).isEmpty();
        assertThat(ids(eq("bucket", 99))).hasSize(29);
        assertThat(ids(gte("state.n", 1000))).hasSize(29);
    }

    @Test
    void compare_and_set_matches_only_the_version_that_was_seen() {
        things.insertOne(doc("_id", "a", "version", 1L));

        assertThat(things.updateOne(and(eq("_id", "a"), eq("version", 1L)), Updates.inc("version", 1L))
                .getModifiedCount()).isEqualTo(1);
        assertThat(things.updateOne(and(eq("_id", "a"), eq("version", 1L)), Updates.inc("version", 1L))
                .getMatchedCount()).isZero();
        assertThat(things.replaceOne(and(eq("_id", "a"), eq("version", 2L)), doc("version", 3L)).getModifiedCount())
                .isEqualTo(1);
    }

    @Test
    void find_one_and_update_upserts_and_returns_the_state_asked_for() {
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var change = Updates.combine(Updates.inc("n", 1), Updates.setOnInsert("first", 7));

        assertThat(things.findOneAndUpdate(eq("_id", "s"), change, after))
                .isEqualTo(doc("_id", "s", "n", 1, "first", 7));
        assertThat(things.findOneAndUpdate(eq("_id", "s"), change, after)).containsEntry("n", 2);
        assertThat(things.findOneAndUpdate(eq("_id", "s"), change)).containsEntry("n", 2);
        assertThat(things.findOneAndUpdate(eq("_id", "none"), Updates.set("x", 1),
                new FindOneAndUpdateOptions().projection(Projections.include("x")))).isNull();
    }

    @Test
    void arrays_are_pushed_sliced_pulled_and_kept_as_sets() {
        things.insertOne(doc("_id", 1, "outbox", List.of(), "l", List.of(1, 2, 3)));
        things.updateOne(eq("_id", 1),
                Updates.combine(Updates.pushEach("l", List.of(4, 5), new PushOptions().slice(-3)),
                        Updates.pushEach("outbox", List.of(doc("seq", 1), doc("seq", 2), doc("seq", 3))),
                        Updates.addToSet("set", "a"), Updates.set("applied.intake:x", 5L)));
        things.updateOne(eq("_id", 1), Updates.combine(Updates.pull("outbox", new Document("seq", doc("$lte", 2))),
                Updates.addToSet("set", "a")));

        assertThat(things.find().first()).containsEntry("l", List.of(3, 4, 5))
                .containsEntry("outbox", List.of(doc("seq", 3))).containsEntry("set", List.of("a"))
                .containsEntry("applied", doc("intake:x", 5L));
        assertThat(things.countDocuments(exists("outbox.0", false))).isZero();
        things.updateOne(eq("_id", 1), Updates.pull("outbox", new Document("seq", doc("$lte", 3))));
        assertThat(things.countDocuments(exists("outbox.0", false))).isEqualTo(1);
    }

    @Test
    void an_ordered_insert_stops_at_the_first_duplicate_and_an_unordered_one_goes_on() {
        List<Document> three = List.of(doc("_id", 1), doc("_id", 1), doc("_id", 2));

        assertThatThrownBy(() -> things.insertMany(three)).isInstanceOfSatisfying(MongoBulkWriteException.class,
                e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThat(ids(new Document())).containsExactly(1);
        assertThatThrownBy(() -> things.insertMany(three, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(2);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                });
        assertThat(ids(new Document())).containsExactly(1, 2);
    }

    @Test
    void an_ordered_bulk_of_updates_stops_at_the_first_error() {
        things.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        things.insertMany(List.of(doc("_id", 1, "k", 1), doc("_id", 2, "k", 2), doc("_id", 3, "k", 3)));
        var updates = List.of(new UpdateOneModel<Document>(eq("_id", 1), Updates.set("v", 1)),
                new UpdateOneModel<Document>(eq("_id", 9), Updates.set("k", 9), new UpdateOptions().upsert(true)),
                new UpdateOneModel<Document>(eq("_id", 2), Updates.set("k", 1)),
                new UpdateOneModel<Document>(eq("_id", 3), Updates.set("k", 33)));

        assertThatThrownBy(() -> things.bulkWrite(updates)).isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
            assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(2);
            assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
            assertThat(e.getWriteResult().getUpserts().getFirst().getIndex()).isEqualTo(1);
        });
        assertThat(things.find(eq("_id", 3)).first()).containsEntry("k", 3);
    }

    @Test
    void an_unordered_bulk_does_all_that_it_can() {
        assertThatThrownBy(() -> things.bulkWrite(
                List.of(new InsertOneModel<>(doc("_id", 1)), new InsertOneModel<>(doc("_id", 1)),
                        new UpdateOneModel<>(eq("_id", 3), Updates.set("a", 1), new UpdateOptions().upsert(true)),
                        new InsertOneModel<>(doc("_id", 2)), new DeleteOneModel<>(eq("_id", 2))),
                new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> assertThat(e.getWriteErrors()).hasSize(1));
        assertThat(ids(new Document())).contains(1, 3);
    }

    @Test
    void lists_are_sorted_cut_counted_and_grouped() {
        things.insertMany(IntStream.range(0, 3000).mapToObj(i -> doc("_id", i, "g", i % 3, "v", -i)).toList());

        assertThat(things.find().sort(Sorts.ascending("v")).skip(1).limit(2).projection(Projections.include("v"))
                .into(new ArrayList<>())).containsExactly(doc("_id", 2998, "v", -2998), doc("_id", 2997, "v", -2997));
        assertThat(things.countDocuments(eq("g", 1))).isEqualTo(1000);
        assertThat(things.distinct("g", Integer.class).into(new ArrayList<>())).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(things.find().batchSize(100).into(new ArrayList<>())).hasSize(3000);
        assertThat(things.aggregate(List.of(Aggregates.match(lt("_id", 30)),
                Aggregates.group("$g", Accumulators.sum("n", 1)), Aggregates.sort(Sorts.ascending("_id"))))
                .into(new ArrayList<>())).containsExactly(doc("_id", 0, "n", 10), doc("_id", 1, "n", 10),
                        doc("_id", 2, "n", 10));
    }

    @Test
    void an_aggregation_answers_the_same_with_and_without_an_index() {
        things.insertMany(IntStream.range(0, 60).mapToObj(i -> doc("_id", i, "k", i % 3, "v", i, "next", (i + 1) % 60))
                .toList());
        List<Document> scanned = aggregated();
        things.createIndex(Indexes.ascending("k", "v"));
        assertThat(aggregated()).isEqualTo(scanned).contains(doc("_id", 2, "n", 10, "others", 10));
        assertThat(things.countDocuments(and(eq("k", 1), gt("v", 30)))).isEqualTo(10);
        assertThat(things.countDocuments(eq("k", 7))).isZero();
    }

    /** The lookup reads the same collection, and finds documents that the first stage excludes. */
    private List<Document> aggregated() {
        return things.aggregate(List.of(Aggregates.match(and(eq("k", 2), lt("v", 30))),
                Aggregates.lookup("things", "next", "_id", "other"), Aggregates.unwind("$other"),
                Aggregates.group("$k", Accumulators.sum("n", 1), Accumulators.sum("others",
                        doc("$cond", List.of(doc("$eq", List.of("$other.k", 0)), 1, 0))))))
                .into(new ArrayList<>());
    }

    @Test
    void a_result_larger_than_a_message_comes_in_batches() {
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 60; i++) {
            things.insertOne(doc("_id", i, "b", megabyte));
        }

        int found = 0;
        for (Document ignored : things.find()) {
            found++;
        }
        assertThat(found).isEqualTo(60);
        things.drop();
    }

    @Test
    void a_document_does_not_grow_beyond_what_a_client_can_read() {
        things.insertOne(doc("_id", 1, "parts", List.of()));
        byte[] part = new byte[4 << 20];
        for (int i = 0; i < 3; i++) {
            things.updateOne(eq("_id", 1), Updates.push("parts", part));
        }

        assertThatThrownBy(() -> things.updateOne(eq("_id", 1), Updates.push("parts", part)))
                .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode()).isIn(10334, 17419));
        assertThat(things.find(eq("_id", 1)).first().getList("parts", Object.class)).hasSize(3);
    }

    @Test
    void a_document_with_an_empty_list_is_found_by_the_other_keys_of_the_index() {
        things.createIndex(Indexes.ascending("office", "tags"));
        things.insertOne(doc("_id", 1, "office", "o1", "tags", List.of()));
        assertThat(ids(eq("office", "o1"))).containsExactly(1);

        things.updateOne(eq("_id", 1), Updates.set("office", "o2"));
        assertThat(ids(eq("office", "o1"))).isEmpty();
        assertThat(ids(eq("office", "o2"))).containsExactly(1);

        things.updateOne(eq("_id", 1), Updates.push("tags", "t"));
        assertThat(ids(and(eq("office", "o2"), eq("tags", "t")))).containsExactly(1);
    }

    @Test
    void an_increment_does_not_wrap() {
        things.insertOne(doc("_id", 1, "n", Long.MAX_VALUE - 1));
        things.updateOne(eq("_id", 1), Updates.inc("n", 1L));

        assertThatThrownBy(() -> things.updateOne(eq("_id", 1), Updates.inc("n", 1L)))
                .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode()).isEqualTo(2));
        assertThat(things.find(eq("_id", 1)).first().getLong("n")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void an_invalid_command_is_refused_with_a_code() {
        things.insertOne(doc("_id", 1, "a", "x"));
        assertThatThrownBy(() -> things.find(new Document("a", new Document("$in", "x"))).first())
                .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode()).isEqualTo(2));
        assertThatThrownBy(() -> things.find(new Document("a", new Document("$regex", "("))).first())
                .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode()).isIn(2, 51091));
    }

    @Test
    void ids_of_every_type_are_told_apart() {
        List<Object> ids = List.of(1, 1.5, Long.MAX_VALUE, Long.MAX_VALUE - 1, "1", "", true, new Date(1),
                new Binary(BsonBinarySubType.UUID_STANDARD, new byte[16]), new ObjectId(), doc("a", 1), doc("a", 2),
                new Binary(new byte[]{1}),
                new Binary(new byte[]{2}));
        for (Object id : ids) {
            things.insertOne(new Document("_id", id).append("n", ids.indexOf(id)));
        }

        for (Object id : ids) {
            assertThat(things.find(eq("_id", id)).first()).as("%s", id).containsEntry("n", ids.indexOf(id));
            assertDuplicate(() -> things.insertOne(new Document("_id", id)));
            things.updateOne(eq("_id", id), Updates.set("seen", true));
        }
        assertThat(things.countDocuments(eq("seen", true))).isEqualTo(ids.size());
        assertDuplicate(() -> things.insertOne(new Document("_id", 1.0)));
    }

    @Test
    void dropping_a_database_leaves_one_with_a_longer_name_alone() {
        var shorter = StoreUnderTest.freshDatabase();
        var longer = StoreUnderTest.client().getDatabase(shorter.getName() + "2");
        shorter.getCollection("a").insertOne(doc("_id", 1));
        longer.getCollection("a").insertOne(doc("_id", 1));

        shorter.drop();

        assertThat(longer.getCollection("a").countDocuments(eq("_id", 1))).isEqualTo(1);
        assertThat(shorter.getCollection("a").countDocuments()).isZero();
        shorter.getCollection("a").insertOne(doc("_id", 1));
        assertThat(StoreUnderTest.client().listDatabaseNames().into(new ArrayList<>())).contains(longer.getName());
    }

    @Test
    void the_health_check_of_spring_boot_gets_its_answer() {
        assertThat(StoreUnderTest.client().getDatabase("admin").runCommand(doc("hello", 1)).get("isWritablePrimary"))
                .isEqualTo(true);
    }

    private List<Integer> ids(org.bson.conversions.Bson query) {
        List<Integer> ids = new ArrayList<>();
        things.find(query).sort(Sorts.ascending("_id")).forEach(document -> ids.add(document.getInteger("_id")));
        return ids;
    }

    private static void assertDuplicate(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOfSatisfying(MongoWriteException.class,
                e -> assertThat(e.getCode()).isEqualTo(11000));
    }

    static Document doc(Object... namesAndValues) {
        Document document = new Document();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            document.append((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return document;
    }
}
