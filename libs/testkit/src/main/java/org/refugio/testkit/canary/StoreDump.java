package org.refugio.testkit.canary;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.RawBsonDocument;

/**
 * Writes out what a store holds, as the bytes that its clients sent. A store that encrypts its files shows a scan
 * nothing, whatever was put into it; this is what a copy of it would give away to whoever can open it.
 */
public final class StoreDump {

    private StoreDump() {
    }

    /** Every collection of the databases with this prefix, a file each, into the folder. */
    public static Path write(String mongodbUri, String databasePrefix, Path folder) {
        try (MongoClient client = MongoClients.create(mongodbUri)) {
            for (String database : client.listDatabaseNames()) {
                if (database.startsWith(databasePrefix)) {
                    for (String collection : client.getDatabase(database).listCollectionNames()) {
                        write(client, database, collection, folder);
                    }
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(MongoClient client, String database, String collection, Path folder)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(database + "." + collection + ".bson"));
                var documents = client.getDatabase(database).getCollection(collection, RawBsonDocument.class).find()
                        .iterator()) {
            while (documents.hasNext()) {
                var buffer = documents.next().getByteBuffer();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                out.write(bytes);
            }
        }
    }
}
