package org.refugio.privacy;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param keyFile the 96-byte master key that wraps every subject's key ({@code REFUGIO_KEY_FILE})
 * @param vaultUri the vault's store; the service's own store when absent
 * @param vaultDatabase the vault's database
 * @param keyExpiration how long a process may go on with a key that was destroyed elsewhere
 */
@ConfigurationProperties("refugio")
record PrivacySettings(Path keyFile, String vaultUri, @DefaultValue("refugio_vault") String vaultDatabase,
        @DefaultValue("60s") Duration keyExpiration) {}
