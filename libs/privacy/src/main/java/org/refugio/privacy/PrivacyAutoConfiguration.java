package org.refugio.privacy;

import com.mongodb.ConnectionString;
import com.mongodb.event.CommandListener;
import org.refugio.privacy.masterkey.MasterKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;

/** The {@link Privacy} bean of a service. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(PrivacySettings.class)
@ConditionalOnMissingBean(Privacy.class)
class PrivacyAutoConfiguration {

    @Bean
    MasterKey masterKey(PrivacySettings settings) {
        return MasterKey.read(settings.keyFile());
    }

    @Bean
    VaultConnection vaultConnection(PrivacySettings settings, MasterKey master,
            ObjectProvider<MongoConnectionDetails> ownStore, ObjectProvider<CommandListener> listeners) {
        ConnectionString uri = settings.vaultUri() == null
                ? ownStore.getObject().getConnectionString()
                : new ConnectionString(settings.vaultUri());
        return new VaultConnection(uri, master, settings, listeners.orderedStream().toList());
    }

    @Bean
    Privacy privacy(VaultConnection connection, MasterKey master, PrivacySettings settings) {
        KeyVault vault = connection.vault();
        vault.createIndexes();
        Privacy privacy = new VaultPrivacy(connection.encryption(), vault, new KeyIdCache(settings.keyExpiration()),
                new BlindIndex(master));
        new PrivacyStartupCheck(privacy).run();
        return privacy;
    }
}
