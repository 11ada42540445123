package org.refugio.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Gives a service what it needs to know who calls. */
@AutoConfiguration
@EnableConfigurationProperties(AccessSettings.class)
class AccessAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MembershipProvider memberships(AccessSettings settings) {
        return new TokenMembershipProvider(settings.membershipsClaim());
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceCredential serviceCredential(Environment environment) {
        String file = environment.getProperty("refugio.service-secret-file");
        return new ServiceCredential(file == null || file.isBlank() ? ownSecret() : read(Path.of(file)));
    }

    private static String read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.length() < 32) {
                throw new IllegalStateException(
                        "The service secret in %s (REFUGIO_SERVICE_SECRET_FILE) has fewer than 32 characters"
                                .formatted(file));
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The service secret %s (REFUGIO_SERVICE_SECRET_FILE) cannot be read".formatted(file), e);
        }
    }

    private static String ownSecret() {
        LoggerFactory.getLogger(AccessAutoConfiguration.class)
                .warn("REFUGIO_SERVICE_SECRET_FILE is not set: no other service or instance knows this one's secret");
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
