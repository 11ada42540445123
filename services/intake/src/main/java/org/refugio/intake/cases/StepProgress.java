package org.refugio.intake.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.procedure.process.StepMove;

/** How far the seven steps have come. A step never goes back: an event that comes late changes nothing. */
public record StepProgress(Map<Step, Progress> progress) {

    /** How far one has come, and since when. */
    public record Progress(StepStatus status, Instant changedAt) {}

    /** As a case is opened. */
    static StepProgress none() {
        return new StepProgress(Map.of());
    }

    /** How far this step has come. */
    public StepStatus of(Step step) {
        return progress.containsKey(step) ? progress.get(step).status() : StepStatus.NOT_STARTED;
    }

    /** These steps, moved forward; those that are as far already stay as they are. */
    public StepProgress forward(List<StepMove> moves, Instant at) {
        Map<Step, Progress> next = new EnumMap<>(Step.class);
        next.putAll(progress);
        effective(moves).forEach(move -> next.put(move.step(), new Progress(move.to(), at)));
        return new StepProgress(next);
    }

    /** Those of the moves that change anything. */
    public List<StepMove> effective(List<StepMove> moves) {
        List<StepMove> found = new ArrayList<>();
        moves.forEach(move -> {
            if (move.to().compareTo(of(move.step())) > 0) {
                found.add(move);
            }
        });
        return found;
    }
}
