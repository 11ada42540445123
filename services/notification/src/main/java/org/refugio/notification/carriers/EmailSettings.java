package org.refugio.notification.carriers;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server.
 *
 * @param sender the sender address; it must not reveal the organisation
 */
@Validated
@ConfigurationProperties("refugio.email")
record EmailSettings(@NotBlank String host, int port, @NotBlank String sender) {}
