package org.refugio.notification.carriers.email;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.refugio.addresses.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server.
 *
 * @param sender the sender address; it must not reveal the organisation, and must be ASCII before the {@code @},
 * because every message has it and not every server can take another one
 */
@Validated
@ConfigurationProperties("refugio.carriers.smtp")
record SmtpSettings(@NotBlank String host, int port, @NotNull EmailAddress sender) {

    SmtpSettings {
        if (sender != null && sender.needsSmtpUtf8()) {
            throw new IllegalArgumentException("refugio.carriers.smtp.sender must be ASCII before the @");
        }
    }
}
