package org.refugio.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The store under test: the one that {@code REFUGIO_MONGODB_URI} names, else an embedded one of this run. */
final class RunningStore {

    private static final String GIVEN = System.getenv("REFUGIO_MONGODB_URI");
    private static final MongoClient CLIENT = connect(GIVEN == null ? embedded() : GIVEN);

    private RunningStore() {
    }

    static boolean isEmbedded() {
        return GIVEN == null;
    }

    static MongoDatabase freshDatabase() {
        return CLIENT.getDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
    }

    static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)).build());
    }

    private static String embedded() {
        try {
            Path directory = Files.createTempDirectory("refugio-store");
            return EmbeddedStore.open(new StoreSettings(directory, directory.resolve("key"), 0, true)).uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
