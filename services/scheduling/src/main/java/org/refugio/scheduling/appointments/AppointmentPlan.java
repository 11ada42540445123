package org.refugio.scheduling.appointments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.refugio.scheduling.claims.ClaimIds;

/**
 * A date and the resources that it needs.
 *
 * @param place the place as told to the person, or null where only the authority knows it
 */
public record AppointmentPlan(AppointmentTime when, String lawyerId, String interpreterId, String roomId,
        String place) {

    /** Every claim that this plan needs for this case, in the order of acquisition. */
    public List<String> claims(String caseId) {
        return ClaimIds.all(
                Stream.of(ClaimIds.ofCase(caseId), lawyerId, interpreterId, roomId).filter(Objects::nonNull).toList(),
                when.start(), when.minutes());
    }
}
