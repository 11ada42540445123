package org.refugio.notification.plans;

import java.time.Instant;
import java.time.LocalDateTime;
import org.refugio.contracts.MessageKind;

/**
 * One planned message about an appointment.
 *
 * @param revision the revision of the appointment that it is about
 * @param due in domain time; {@code localDue} is the same in the office's local time
 * @param usefulUntil after this the message is not sent
 */
public record PlannedMessage(MessageKind kind, int revision, LocalDateTime localDue, Instant due, Instant usefulUntil,
        State state) {

    /** The state of a planned message. */
    public enum State {
        /** Not due yet. */
        PLANNED,
        /** Added to the ledger. */
        FIRED,
        /** The appointment was rescheduled or ended before the message was due. */
        DEAD,
        /** It was not processed in time, for instance because the clock jumped; nothing was sent. */
        SKIPPED
    }

    public PlannedMessage withState(State next) {
        return new PlannedMessage(kind, revision, localDue, due, usefulUntil, next);
    }

    boolean isSameMessage(PlannedMessage other) {
        return kind == other.kind() && revision == other.revision();
    }

    boolean isDue(Instant at) {
        return state == State.PLANNED && !due.isAfter(at);
    }
}
