package org.refugio.notification.plans;

import java.time.Instant;
import java.time.LocalDateTime;
import org.refugio.contracts.MessageKind;

/**
 * One thing to be said about an appointment.
 *
 * @param revision of the appointment that it speaks of
 * @param due by the domain's clock; {@code localDue} is the same on the office's wall clock
 * @param usefulUntil after this it would only confuse
 */
public record PlannedMessage(MessageKind kind, int revision, LocalDateTime localDue, Instant due, Instant usefulUntil,
        State state) {

    /** Where it stands. */
    public enum State {
        /** To come. */
        PLANNED,
        /** Handed to the ledger. */
        FIRED,
        /** The appointment moved or ended before its time. */
        DEAD,
        /** Its time passed unseen, for instance by a jump of the clock; nothing was sent. */
        SKIPPED
    }

    public PlannedMessage now(State next) {
        return new PlannedMessage(kind, revision, localDue, due, usefulUntil, next);
    }

    boolean isTheSame(PlannedMessage other) {
        return kind == other.kind() && revision == other.revision();
    }

    boolean isDue(Instant at) {
        return state == State.PLANNED && !due.isAfter(at);
    }
}
