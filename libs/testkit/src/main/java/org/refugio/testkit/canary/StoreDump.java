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
 * Writes the documents of a store to files, as its clients see them. The embedded store encrypts its own files, so a scan of
 * those cannot find anything; the dump shows what a copy of the database reveals once the files are decrypted.
 */
public final class StoreDump {

    private StoreDump() {
    }

    /**
     * Writes every collection of the databases with this prefix to a file in the folder.
     *
     * @return the folder
     */
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
