package org.refugio.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** The store reports the queries that no index served. */
@DisabledIfEnvironmentVariable(named = "REFUGIO_MONGODB_URI", matches = ".+")
class FullScanTest {

    private final MongoDatabase database = StoreUnderTest.freshDatabase();
    private final MongoCollection<Document> things = database.getCollection("things");

    @Test
    void queriesWithoutAnIndexAreCountedByTheirFields() {
        things.insertOne(new Document("_id", 1)); // a collection that does not exist has nothing to read
        things.find(eq("a", 1)).first();
        things.countDocuments(and(eq("b", 1), gt("a", 1)));
        things.updateOne(eq("a", 1), Updates.set("c", 1));
        things.deleteMany(or(eq("_id", 1), eq("a", 1)));
        assertThat(scans()).isEqualTo(Map.of("things [a]", 2L, "things [a, b]", 1L, "things [$or]", 1L));
    }

    @Test
    void queriesThroughAnIndexAndForAllDocumentsAreNot() {
        things.createIndex(Indexes.ascending("a", "b"));
        things.insertOne(new Document("_id", 1).append("a", 1));
        things.find(eq("a", 1)).first();
        things.find(and(eq("_id", 1), eq("v", 1))).first();
        things.find(or(eq("_id", 1), eq("a", 1))).first();
        things.countDocuments(and(eq("a", 1), eq("v", 1)));
        things.find().into(new ArrayList<>());
        things.countDocuments();
        assertThat(things.aggregate(List.of(new Document("$sort", new Document("v", 1)))).first()).isNotNull();
        assertThat(scans()).isEmpty();
    }

    /** Of this test's database. */
    private Map<String, Object> scans() {
        String prefix = database.getName() + ".";
        return StoreUnderTest.client().getDatabase("admin").runCommand(new Document("fullScans", 1))
                .get("scans", Document.class).entrySet().stream().filter(each -> each.getKey().startsWith(prefix))
                .collect(Collectors.toMap(each -> each.getKey().substring(prefix.length()), Map.Entry::getValue));
    }
}
