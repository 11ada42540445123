package org.refugio.console;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl where people reach this console
 * @param clientId this console's name at the identity provider
 * @param quickExit where an applicant's "leave now" leads
 * @param services the services' base addresses; several of one are tried in turn
 * @param offices what pages say of each office
 */
@Validated
@ConfigurationProperties("refugio.console")
public record ConsoleSettings(URI publicUrl, @NotBlank String clientId, URI quickExit,
        @NotEmpty Map<String, List<URI>> services, @NotEmpty Map<String, Office> offices) {

    /** How an office is named and reached; {@code phone} may be empty. */
    public record Office(String name, ZoneId zone, String phone, String hours) {}

    /** The office's settings; an unknown one is shown by its id in the capital's zone. */
    public Office office(String id) {
        return offices.getOrDefault(id, new Office(id, ZoneId.of("America/Mexico_City"), "", ""));
    }
}
