package org.refugio.privacy;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the keys.
 *
 * @param keyFile the file with the 96-byte master key that encrypts the subjects' keys ({@code REFUGIO_KEY_FILE})
 * @param vaultUri the connection string of the vault's store; null: the service's own store
 * @param vaultDatabase the name of the vault's database
 * @param keyExpiration how long a process may use a key after another process destroyed it
 */
@ConfigurationProperties("refugio")
record PrivacySettings(Path keyFile, String vaultUri, @DefaultValue("refugio_vault") String vaultDatabase,
        @DefaultValue("60s") Duration keyExpiration) {}
