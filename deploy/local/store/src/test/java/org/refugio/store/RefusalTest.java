package org.refugio.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** A MongoDB server supports these operations; the embedded store must reject them. */
@DisabledIfEnvironmentVariable(named = "REFUGIO_MONGODB_URI", matches = ".+")
class RefusalTest {

    private final MongoDatabase database = StoreUnderTest.freshDatabase();
    private final MongoCollection<Document> things = database.getCollection("things");

    @BeforeEach
    void insertOne() {
        things.insertOne(new Document("_id", 1).append("a", 1));
    }

    @Test
    void transactions_are_refused() {
        try (ClientSession session = StoreUnderTest.client().startSession()) {
            session.startTransaction();
            assertThatThrownBy(() -> things.insertOne(session, new Document("_id", 2)))
                    .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void indexes_that_would_be_something_else_are_refused() {
        refused(() -> things.createIndex(Indexes.ascending("a"),
                new IndexOptions().partialFilterExpression(new Document("a", 1))), "sparse index");
        refused(() -> things.createIndex(Indexes.ascending("a"), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS)),
                "a job of your own");
        refused(() -> things.createIndex(Indexes.text("a")), "ascending keys");
        refused(() -> things.createIndex(Indexes.ascending("a"),
                new IndexOptions().collation(Collation.builder().locale("es").build())), "the form that you compare");
    }

    @Test
    void updates_with_a_pipeline_are_refused() {
        var pipeline = List.of(Updates.set("b", 1));
        refused(() -> things.updateOne(eq("_id", 1), pipeline), "update operators");
        refused(() -> things.findOneAndUpdate(eq("_id", 1), pipeline), "update operators");
    }

    @Test
    void collation_text_and_change_streams_are_refused() {
        refused(() -> things.find().collation(Collation.builder().locale("es").build()).first(), "collation");
        refused(() -> things.find(new Document("$text", new Document("$search", "a"))).first(), "tokens");
        refused(() -> things.watch().iterator(), "broker");
    }

    @Test
    void collation_and_order_of_single_writes_are_refused() {
        Collation spanish = Collation.builder().locale("es").build();
        refused(() -> things.updateOne(eq("a", "x"), Updates.set("b", 1), new UpdateOptions().collation(spanish)),
                "collation");
        refused(() -> things.deleteOne(eq("a", "x"), new DeleteOptions().collation(spanish)), "collation");
        refused(() -> things.updateOne(eq("a", 1), Updates.set("b", 1),
                new UpdateOptions().sort(new Document("a", 1))), "findOneAndUpdate");
    }

    @Test
    void an_id_is_neither_null_nor_an_operator() {
        assertThatThrownBy(() -> things.insertOne(new Document("_id", null))).isInstanceOfSatisfying(
                MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(53));
        assertThatThrownBy(() -> things.insertOne(new Document("_id", new Document("$a", 1))))
                .isInstanceOfSatisfying(MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(53));
    }

    @Test
    void capped_and_validated_collections_are_refused() {
        refused(() -> database.createCollection("c", new CreateCollectionOptions().capped(true).sizeInBytes(4096)),
                "capped");
        refused(() -> database.createCollection("v", new CreateCollectionOptions()
                .validationOptions(new ValidationOptions().validator(new Document("a", 1)))), "validator");
    }

    private static void refused(ThrowingCallable command, String says) {
        assertThatThrownBy(command).isInstanceOfSatisfying(MongoException.class,
                e -> assertThat(e.getCode()).isEqualTo(115))
                .hasMessageContaining(says);
    }
}
