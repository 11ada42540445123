package org.refugio.procedure.process;

import java.util.List;
import java.util.Optional;
import org.refugio.contracts.Step;
import org.refugio.procedure.LocalizedText;

/**
 * What an appointment is for. Events and the store hold its id; the person is never shown its name.
 *
 * @param id stable, for instance {@code CONSULTATION}
 * @param step the step that it moves when it is booked and held; null for none
 * @param setByAuthority the authority sets its date
 * @param beforeInterview it must end before the authority's interview begins
 * @param minutes how long it takes unless told otherwise
 * @param proposedDuring the steps during which it is the one to book next
 */
public record AppointmentKind(String id, LocalizedText name, Step step, boolean setByAuthority,
        boolean beforeInterview, int minutes, List<Step> proposedDuring) {

    public AppointmentKind {
        proposedDuring = proposedDuring == null ? List.of() : List.copyOf(proposedDuring);
    }

    /** Whether staff may book it. */
    public boolean bookable() {
        return !setByAuthority;
    }

    /** By its id; empty for a kind that this build does not know. */
    public static Optional<AppointmentKind> withId(String id) {
        return CaseProcess.shipped().kinds().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those that staff may book. */
    public static List<AppointmentKind> allBookable() {
        return CaseProcess.shipped().kinds().stream().filter(AppointmentKind::bookable).toList();
    }

    /** The one to book next while a case is at this step. */
    public static AppointmentKind proposedDuring(Step step) {
        return CaseProcess.shipped().kinds().stream().filter(each -> each.proposedDuring().contains(step)).findFirst()
                .orElseThrow();
    }

    /** The authority's interview. */
    public static AppointmentKind authorityInterview() {
        return CaseProcess.shipped().kinds().stream().filter(AppointmentKind::setByAuthority).findFirst().orElseThrow();
    }
}
