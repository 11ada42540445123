package org.refugio.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The store that the suite runs against: {@code REFUGIO_MONGODB_URI} if set, else an embedded one of this run. */
final class StoreUnderTest {

    static final boolean EMBEDDED = System.getenv("REFUGIO_MONGODB_URI") == null;

    private static final MongoClient CLIENT = MongoClients
            .create(EMBEDDED ? open().uri() : System.getenv("REFUGIO_MONGODB_URI"));

    private StoreUnderTest() {
    }

    static MongoClient client() {
        return CLIENT;
    }

    static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("suite_" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static EmbeddedStore open() {
        try {
            Path folder = Files.createTempDirectory("store");
            return EmbeddedStore.open(new StoreSettings(folder, folder.resolve("key"), 0, true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
