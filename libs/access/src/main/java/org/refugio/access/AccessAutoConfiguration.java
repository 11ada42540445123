package org.refugio.access;

import java.nio.file.Path;
import org.refugio.access.service.ServiceCredential;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The beans that identify the caller of a service. */
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
        return file == null || file.isBlank() ? ServiceCredential.random() : ServiceCredential.read(Path.of(file));
    }
}
