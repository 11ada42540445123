package org.refugio.scheduling.appointments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.refugio.scheduling.claims.ClaimIds;

/**
 * A date with all that it needs.
 *
 * @param place what the person is told, or null where only the authority knows it
 */
public record AppointmentPlan(AppointmentTime when, String lawyerId, String interpreterId, String roomId,
        String place) {

    /** Every claim that this plan needs for this case, in the order of taking. */
    public List<String> claims(String caseId) {
        return ClaimIds.all(
                Stream.of(ClaimIds.ofCase(caseId), lawyerId, interpreterId, roomId).filter(Objects::nonNull).toList(),
                when.start(), when.minutes());
    }
}
