package org.refugio.console;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl the public address of this console
 * @param clientId the client id of this console at the identity provider
 * @param quickExit the target of the quick exit of applicant pages
 * @param services the base addresses of the instances of each service
 * @param offices the offices as pages show them
 * @param callsPerInstance the reads, and the commands, that an instance of a service works on or lets wait
 *        ({@code refugio.admission} there); one more would only be refused there, after it was sent
 * @param transfersPerInstance the same for large files
 */
@Validated
@ConfigurationProperties("refugio.console")
public record ConsoleSettings(URI publicUrl, @NotBlank String clientId, URI quickExit,
        @NotEmpty Map<String, List<URI>> services, @NotEmpty Map<String, Office> offices,
        @DefaultValue("24") int callsPerInstance, @DefaultValue("72") int transfersPerInstance) {

    /** The name and contact data of an office; {@code phone} may be empty. */
    public record Office(String name, ZoneId zone, String phone, String hours) {}

    /** The calls to a service that may run at once. */
    public int callsAtOnce(String service, boolean transfers) {
        int instances = services.getOrDefault(service, List.of()).size();
        return Math.max(1, instances) * (transfers ? transfersPerInstance : callsPerInstance);
    }

    /** The settings of an office; an unknown office is shown with its id and the time zone of Mexico City. */
    public Office office(String id) {
        return offices.getOrDefault(id, new Office(id, ZoneId.of("America/Mexico_City"), "", ""));
    }
}
