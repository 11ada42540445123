package org.refugio.intake.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The offices.
 *
 * @param offices the offices by id
 */
@Validated
@ConfigurationProperties("refugio.intake")
public record IntakeSettings(@NotEmpty Map<String, @Valid Office> offices) {

    /**
     * @param prefix of the references of its cases
     * @param zone of the municipality, not of the state
     */
    public record Office(@NotNull @Pattern(regexp = "[A-Z]{3}") String prefix, @NotNull ZoneId zone) {}

    Optional<Office> office(String id) {
        return Optional.ofNullable(offices.get(id));
    }
}
