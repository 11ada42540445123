package org.refugio.procedure.process;

import java.util.List;
import java.util.stream.Stream;
import org.refugio.contracts.StepStatus;

/**
 * What an event of another service moves.
 *
 * @param event its wire name
 * @param moves the steps that it moves
 * @param appointmentStep how far it moves the step of the appointment's kind; null where it is about no appointment
 */
public record EventRule(String event, List<StepMove> moves, StepStatus appointmentStep) {

    public EventRule {
        moves = moves == null ? List.of() : List.copyOf(moves);
    }

    /** All that it moves; {@code kind} is that of the appointment, or null. */
    List<StepMove> moves(AppointmentKind kind) {
        return appointmentStep == null || kind == null || kind.step() == null
                ? moves
                : Stream.concat(moves.stream(), Stream.of(new StepMove(kind.step(), appointmentStep))).toList();
    }
}
