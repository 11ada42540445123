package org.refugio.privacy;

import com.mongodb.ClientEncryptionSettings;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.vault.ClientEncryption;
import com.mongodb.client.vault.ClientEncryptions;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/**
 * The vault's own connections: the keys are read over these, never over the service's. They give up soon, because a
 * person waits: a vault that is away is told as such, and tried again.
 */
final class VaultConnection implements AutoCloseable {

    private static final int GIVE_UP_MILLIS = 3_000;

    private final MongoClient client;
    private final ClientEncryption encryption;
    private final PrivacySettings settings;

    VaultConnection(ConnectionString uri, MasterKey master, PrivacySettings settings) {
        this.settings = settings;
        MongoClientSettings store = MongoClientSettings.builder().applyConnectionString(uri)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(s -> s.connectTimeout(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(p -> p.maxSize(8)).build();
        this.client = MongoClients.create(store);
        this.encryption = ClientEncryptions.create(ClientEncryptionSettings.builder().keyVaultMongoClientSettings(store)
                .keyVaultNamespace(settings.vaultDatabase() + "." + KeyVault.KEYS).kmsProviders(master.asKmsProvider())
                .keyExpiration(settings.keyExpiration().toMillis(), TimeUnit.MILLISECONDS).build());
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
