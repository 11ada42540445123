package org.refugio.intake.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The offices, and what the installation can deliver to.
 *
 * @param offices the offices by id
 * @param smtpUtf8 whether the installation's mail server offers SMTPUTF8 (RFC 6531); without it an e-mail address with
 * a local part beyond ASCII is refused when it is entered, because no message would arrive
 */
@Validated
@ConfigurationProperties("refugio.intake")
public record IntakeSettings(@NotEmpty Map<String, @Valid Office> offices, boolean smtpUtf8) {

    /**
     * @param prefix of the references of its cases
     * @param zone of the municipality, not of the state
     */
    public record Office(@NotNull @Pattern(regexp = "[A-Z]{3}") String prefix, @NotNull ZoneId zone) {}

    /** The prefixes of the references of all offices. */
    Set<String> prefixes() {
        return offices.values().stream().map(Office::prefix).collect(Collectors.toSet());
    }

    Optional<Office> office(String id) {
        return Optional.ofNullable(offices.get(id));
    }
}
