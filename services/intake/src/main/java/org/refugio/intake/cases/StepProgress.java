package org.refugio.intake.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.procedure.process.StepMove;

/** The progress of the seven steps. A step never goes back: a late event has no effect. */
public record StepProgress(Map<Step, Progress> progress) {

    /** The status of a step and the time of its last change. */
    public record Progress(StepStatus status, Instant changedAt) {}

    /** The progress of a new case. */
    static StepProgress none() {
        return new StepProgress(Map.of());
    }

    /** The status of this step. */
    public StepStatus statusOf(Step step) {
        return progress.containsKey(step) ? progress.get(step).status() : StepStatus.NOT_STARTED;
    }

    /** Applies the moves; steps that have already reached the status are unchanged. */
    public StepProgress forward(List<StepMove> moves, Instant at) {
        Map<Step, Progress> next = new EnumMap<>(Step.class);
        next.putAll(progress);
        effective(moves).forEach(move -> next.put(move.step(), new Progress(move.to(), at)));
        return new StepProgress(next);
    }

    /** The moves that have an effect. */
    public List<StepMove> effective(List<StepMove> moves) {
        List<StepMove> found = new ArrayList<>();
        moves.forEach(move -> {
            if (move.to().compareTo(statusOf(move.step())) > 0) {
                found.add(move);
            }
        });
        return found;
    }
}
