package org.refugio.scheduling.appointments;

import java.util.Optional;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Ids;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** Finds the one appointment that stands for a case's interview with the authority. */
@Component
public class AuthorityInterviews {

    private final Aggregates<Appointment> appointments;

    public AuthorityInterviews(Aggregates<Appointment> appointments) {
        this.appointments = appointments;
    }

    public static String idFor(String caseId) {
        return Ids.derived("authority-interview", caseId);
    }

    /** The date, when one is known and still to come about. */
    public Optional<When> dateOf(String caseId) {
        return appointments.find(idFor(caseId)).map(Stored::state).filter(each -> each.status() == Status.BOOKED)
                .map(each -> each.plan().when());
    }
}
