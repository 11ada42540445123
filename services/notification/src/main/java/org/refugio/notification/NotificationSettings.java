package org.refugio.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl the base address of the applicant page
 * @param schedulingUrls the addresses of scheduling's instances
 * @param lines the office of each number that phones write to, without the plus sign; a number that is not named belongs to
 * no office
 */
@Validated
@ConfigurationProperties("refugio.notification")
public record NotificationSettings(@NotBlank String publicUrl, @NotEmpty List<URI> schedulingUrls,
        Map<String, String> lines) {

    public NotificationSettings {
        lines = lines == null ? Map.of() : Map.copyOf(lines);
    }

    /** The office that owns this number. */
    public Optional<String> officeOf(String line) {
        return Optional.ofNullable(lines.get(line.startsWith("+") ? line.substring(1) : line));
    }
}
