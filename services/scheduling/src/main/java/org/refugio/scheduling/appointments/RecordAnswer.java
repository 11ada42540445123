package org.refugio.scheduling.appointments;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.SchedulingEvent.AppointmentConfirmed;
import org.refugio.contracts.SchedulingEvent.ChangeRequested;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.springframework.stereotype.Component;

/** Records the person's answer about the date, given by message or to staff. */
@Component
public class RecordAnswer {

    private static final String APPLICANT = "applicant";

    private final AggregateRepository<Appointment> appointments;
    private final DomainClock clock;

    RecordAnswer(AggregateRepository<Appointment> appointments, DomainClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Records a reply by message. A reply to an earlier date is recorded in the history only, and so is one that was given
     * before the current one: replies are separate aggregates, whose events may arrive in another order.
     */
    public void recordReply(ReplyReceived reply, EventOrigin source) {
        appointments.react(reply.appointmentId(), source,
                found -> found.filter(each -> each.status().committed()).map(each -> decide(each, reply))
                        .orElseGet(Decision::unchanged));
    }

    /**
     * Records a confirmation given to staff.
     *
     * @param seen the date, the status and the answer that the sender saw
     */
    public CommandOutcome confirm(String id, EntityTag seen, CommandKey key, String by) {
        return appointments.change(id, key,
                found -> found.outdated(seen, Appointment.DATE, Appointment.STATUS, Appointment.ANSWER)
                        .<Decision<Appointment>>map(Decision::refused).orElseGet(() -> confirmed(found, by)));
    }

    private Decision<Appointment> confirmed(Appointment found, String by) {
        return found.status() == AppointmentStatus.BOOKED
                ? answered(found, ApplicantAnswer.CONFIRMED, by, clock.instant())
                : Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
    }

    private Decision<Appointment> decide(Appointment found, ReplyReceived reply) {
        if (!found.isValid(reply.revision()) || found.wasAnsweredAfter(reply.receivedAt())) {
            return Decision.changed(found.answeredTooLate(reply.revision(), APPLICANT, reply.receivedAt()));
        }
        ApplicantAnswer answer = switch (reply.meaning()) {
            case CONFIRMS -> ApplicantAnswer.CONFIRMED;
            case WANTS_CHANGE -> ApplicantAnswer.CHANGE_REQUESTED;
        };
        return answered(found, answer, APPLICANT, reply.receivedAt());
    }

    private static Decision<Appointment> answered(Appointment found, ApplicantAnswer answer, String by, Instant at) {
        return found.answer() == answer
                ? Decision.unchanged()
                : Decision.changed(found.answered(answer, by, at), event(found, answer, at));
    }

    private static Event event(Appointment found, ApplicantAnswer answer, Instant at) {
        AppointmentSubject about = found.about();
        return answer == ApplicantAnswer.CONFIRMED
                ? new AppointmentConfirmed(found.appointmentId(), found.revision(), about.caseId(), about.office(), at)
                : new ChangeRequested(found.appointmentId(), found.revision(), about.caseId(), about.office(), at);
    }
}
