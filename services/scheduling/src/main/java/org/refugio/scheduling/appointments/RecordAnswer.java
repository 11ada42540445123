package org.refugio.scheduling.appointments;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.SchedulingEvent.AppointmentConfirmed;
import org.refugio.contracts.SchedulingEvent.ChangeRequested;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.refugio.messaging.SourceEvent;
import org.springframework.stereotype.Component;

/** Records what the person says about the date: by message, or to somebody at the desk. */
@Component
public class RecordAnswer {

    private static final String APPLICANT = "applicant";

    private final Aggregates<Appointment> appointments;
    private final DomainClock clock;

    RecordAnswer(Aggregates<Appointment> appointments, DomainClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /** By message. An answer to an old date is remembered and changes nothing. */
    public void replied(ReplyReceived reply, SourceEvent source) {
        appointments.react(reply.appointmentId(), source,
                found -> found.filter(each -> each.status().committed()).map(each -> replied(each, reply))
                        .orElseGet(Decision::unchanged));
    }

    /** At the desk. */
    public Outcome confirmed(String id, CommandKey key, String by) {
        return appointments.change(id, key,
                found -> found.status() == Status.BOOKED
                        ? answered(found, Answer.CONFIRMED, by, clock.instant())
                        : Decision.refused(new AppointmentRefusal.NotStanding(found.status())));
    }

    private Decision<Appointment> replied(Appointment found, ReplyReceived reply) {
        if (!found.stands(reply.revision())) {
            return Decision.changed(found.answeredTooLate(reply.revision(), APPLICANT, reply.receivedAt()));
        }
        Answer answer = switch (reply.meaning()) {
            case CONFIRMS -> Answer.CONFIRMED;
            case WANTS_CHANGE -> Answer.CHANGE_REQUESTED;
        };
        return answered(found, answer, APPLICANT, reply.receivedAt());
    }

    private static Decision<Appointment> answered(Appointment found, Answer answer, String by, Instant at) {
        return found.answer() == answer
                ? Decision.unchanged()
                : Decision.changed(found.answered(answer, by, at), event(found, answer, at));
    }

    private static Event event(Appointment found, Answer answer, Instant at) {
        About about = found.about();
        return answer == Answer.CONFIRMED
                ? new AppointmentConfirmed(found.appointmentId(), found.revision(), about.caseId(), about.office(), at)
                : new ChangeRequested(found.appointmentId(), found.revision(), about.caseId(), about.office(), at);
    }
}
