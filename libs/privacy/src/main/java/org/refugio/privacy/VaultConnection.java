package org.refugio.privacy;

import com.mongodb.ClientEncryptionSettings;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.vault.ClientEncryption;
import com.mongodb.client.vault.ClientEncryptions;
import com.mongodb.event.CommandListener;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.refugio.privacy.masterkey.MasterKey;

/**
 * The connections to the vault, separate from those to the service's own store. Their timeouts are short, because a user is
 * waiting: an unavailable vault is reported quickly and the request can be repeated.
 */
final class VaultConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MAX_CONNECTIONS = 8;
    private static final int MAX_WAIT_MILLIS = 2_000;

    private final MongoClient client;
    private final ClientEncryption encryption;
    private final PrivacySettings settings;

    /** @param listeners what else observes the calls of the service's store, for instance its metrics */
    VaultConnection(ConnectionString uri, MasterKey master, PrivacySettings settings, List<CommandListener> listeners) {
        this.settings = settings;
        MongoClientSettings store = settings(uri, listeners);
        this.client = MongoClients.create(store);
        this.encryption = ClientEncryptions.create(ClientEncryptionSettings.builder().keyVaultMongoClientSettings(store)
                .keyVaultNamespace(settings.vaultDatabase() + "." + KeyVault.KEYS).kmsProviders(master.asKmsProvider())
                .keyExpiration(settings.keyExpiration().toMillis(), TimeUnit.MILLISECONDS).build());
    }

    static MongoClientSettings settings(ConnectionString uri, List<CommandListener> listeners) {
        return MongoClientSettings.builder().applyConnectionString(uri)
                .readPreference(ReadPreference.primary()).uuidRepresentation(UuidRepresentation.STANDARD)
                .commandListenerList(listeners)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(s -> s.connectTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        p -> p.maxSize(MAX_CONNECTIONS).maxWaitTime(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    ClientEncryption encryption() {
        return encryption;
    }

    KeyVault vault() {
        return new KeyVault(client.getDatabase(settings.vaultDatabase()), encryption);
    }

    @Override
    public void close() {
        encryption.close();
        client.close();
    }
}
