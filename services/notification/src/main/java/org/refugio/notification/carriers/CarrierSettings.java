package org.refugio.notification.carriers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.Channel;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which carriers are used.
 *
 * @param order the names of the carriers of each channel, in the order in which they are tried; a carrier that is not
 * named is not used
 */
@Validated
@ConfigurationProperties("refugio.carriers")
public record CarrierSettings(@NotNull Map<Channel, @NotEmpty List<@NotBlank String>> order) {}
