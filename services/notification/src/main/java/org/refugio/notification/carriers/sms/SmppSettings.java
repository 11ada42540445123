package org.refugio.notification.carriers.sms;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The message centre.
 *
 * @param sender the sender that the phone shows; it must not reveal the organisation
 */
@Validated
@ConfigurationProperties("refugio.carriers.smpp")
record SmppSettings(@NotBlank String host, int port, @NotBlank String systemId, @NotBlank String password,
        @NotBlank String sender) {}
