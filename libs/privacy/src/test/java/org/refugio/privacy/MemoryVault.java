package org.refugio.privacy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.refugio.privacy.masterkey.MasterKey;

/** An in-memory store with any number of services that share a master key. */
final class MemoryVault implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    final String uri = server.bindAndGetConnectionString();
    final Path keyFile = keyFile(96);
    private final List<Runnable> open = new ArrayList<>();

    static Path keyFile(int size) {
        try {
            Path file = Files.createTempFile("refugio", ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] bytes = new byte[size];
            new SecureRandom().nextBytes(bytes);
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Privacy service() {
        return service(keyFile, Duration.ofSeconds(60));
    }

    Privacy service(Path masterKeyFile, Duration keyExpiration) {
        PrivacySettings settings = new PrivacySettings(masterKeyFile, null, "refugio_vault", keyExpiration);
        MasterKey master = MasterKey.read(masterKeyFile);
        PrivacyAutoConfiguration configuration = new PrivacyAutoConfiguration();
        VaultConnection connection = new VaultConnection(new ConnectionString(uri), master, settings, List.of());
        open.add(connection::close);
        return configuration.privacy(connection, master, settings);
    }

    MongoClient store() {
        MongoClient client = MongoClients.create(uri);
        open.add(client::close);
        return client;
    }

    void stop() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
        server.shutdownNow();
        keyFile.toFile().delete();
    }
}
