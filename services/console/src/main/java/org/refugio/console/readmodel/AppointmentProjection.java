package org.refugio.console.readmodel;

import java.time.LocalDateTime;
import java.util.List;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.command.EntityTag;

/** An appointment; {@code day} is its local date, which is indexed. */
public record AppointmentProjection(String appointmentId, int revision, String caseId, String office,
        String kind,
        String day, LocalDateTime localStart, String zone, int minutes, String language, Held held, State state) {

    /** The state of an appointment. */
    public enum State {
        BOOKED,
        CONFIRMED,
        CHANGE_REQUESTED,
        CANCELLED,
        HELD,
        MISSED;

        /** Whether it is upcoming. */
        public boolean stands() {
            return this == BOOKED || this == CONFIRMED || this == CHANGE_REQUESTED;
        }
    }

    /** The reserved people and room. */
    public record Held(String lawyerId, String interpreterId, String roomId, String place, List<String> collisions) {}

    /** What a person sees of it, as scheduling's entity tag. */
    public EntityTag seen() {
        boolean answered = state == State.CONFIRMED || state == State.CHANGE_REQUESTED;
        return EntityTag.of("date", revision).and("status", answered ? State.BOOKED : state).and("answer",
                answered ? state : "NONE");
    }

    static AppointmentProjection of(AppointmentDetails a) {
        return new AppointmentProjection(a.appointmentId(), a.revision(), a.caseId(), a.office(), a.kind(),
                a.localStart().toLocalDate().toString(), a.localStart(), a.zone(), a.minutes(), a.language(),
                new Held(a.lawyerId(), a.interpreterId(), a.roomId(), a.place(), a.collisions()), State.BOOKED);
    }

    AppointmentProjection with(State newState) {
        return new AppointmentProjection(appointmentId, revision, caseId, office, kind, day, localStart, zone, minutes,
                language,
                held, newState);
    }

    AppointmentProjection fallingUpon(List<String> others) {
        return new AppointmentProjection(appointmentId, revision, caseId, office, kind, day, localStart, zone, minutes,
                language,
                new Held(held.lawyerId(), held.interpreterId(), held.roomId(), held.place(), others), state);
    }
}
