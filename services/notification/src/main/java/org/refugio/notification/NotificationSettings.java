package org.refugio.notification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl the base address of the applicant page
 * @param schedulingUrls the addresses of scheduling's instances
 */
@Validated
@ConfigurationProperties("refugio.notification")
public record NotificationSettings(@NotBlank String publicUrl, @NotEmpty List<URI> schedulingUrls) {}
