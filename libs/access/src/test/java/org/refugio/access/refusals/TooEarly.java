package org.refugio.access.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.refugio.messaging.command.Refusal;

/** A refusal with a text and a detail. */
public record TooEarly(LocalDate day) implements Refusal {

    @Override
    public List<?> arguments() {
        return List.of(day);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("earliest", day);
    }
}
