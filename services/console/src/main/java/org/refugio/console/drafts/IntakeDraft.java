package org.refugio.console.drafts;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A draft of one member of staff.
 *
 * @param fields of the form, by name
 * @param savedAt by the domain's clock
 */
public record IntakeDraft(String id, Map<String, String> fields, Instant savedAt) {

    /** The initials of the name: enough to recognise one's own draft on a screen that others see. */
    public String initials() {
        return Stream.of(fields.getOrDefault("fullName", "").strip().split("\\s+")).filter(each -> !each.isEmpty())
                .map(each -> each.substring(0, each.offsetByCodePoints(0, 1)) + ".").limit(4)
                .collect(Collectors.joining(" "));
    }

    public String savedAtText() {
        return savedAt.toString();
    }
}
