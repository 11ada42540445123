package org.refugio.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the embedded store cannot do right it refuses, with a way out. */
class RefusalIT {

    interface Attempt {

        void on(MongoCollection<Document> things);
    }

    @BeforeEach
    void onlyOurOwn() {
        Assumptions.assumeTrue(Served.isEmbedded(), "a replica set can do these");
    }

    static Stream<Arguments> attempts() {
        return Stream.of(attempt("a TTL index", things -> things.createIndex(Indexes.ascending("at"),
                new IndexOptions().expireAfter(1L, TimeUnit.SECONDS))),
                attempt("a partial index",
                        things -> things.createIndex(Indexes.ascending("a"),
                                new IndexOptions().unique(true).partialFilterExpression(eq("b", 1)))),
                attempt("a text index", things -> things.createIndex(Indexes.text("a"))),
                attempt("a pipeline update",
                        things -> things.updateOne(eq("a", 1), List.of(new Document("$set", new Document("b", 1))))),
                attempt("collation",
                        things -> things.find().collation(Collation.builder().locale("es").build()).first()),
                attempt("$text", things -> things.find(new Document("$text", new Document("$search", "x"))).first()),
                attempt("a change stream", things -> things.watch().cursor().tryNext()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void isRefused(String what, Attempt attempt) {
        MongoCollection<Document> things = Served.freshDatabase().getCollection("things");
        things.insertOne(new Document("a", 1));
        assertThatThrownBy(() -> attempt.on(things)).isInstanceOf(MongoException.class)
                .hasMessageContaining("embedded store").hasMessageContaining("replica set");
    }

    @org.junit.jupiter.api.Test
    void cappedCollectionsAndValidatorsAreRefused() {
        var database = Served.freshDatabase();
        assertThatThrownBy(() -> database.createCollection("c",
                new CreateCollectionOptions().capped(true).sizeInBytes(4096))).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> database.createCollection("v", new CreateCollectionOptions()
                .validationOptions(new ValidationOptions().validator(new Document("a", 1)))))
                .isInstanceOf(MongoException.class);
    }

    private static Arguments attempt(String what, Attempt attempt) {
        return Arguments.of(what, attempt);
    }
}
