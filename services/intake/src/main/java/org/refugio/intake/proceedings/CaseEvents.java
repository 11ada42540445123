package org.refugio.intake.proceedings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.refugio.contracts.Event;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.intake.cases.Case;
import org.refugio.messaging.command.Decision;
import org.refugio.procedure.process.StepMove;

/** Collects the events of a change of a case: the fact and the step changes. */
final class CaseEvents {

    private final List<Event> events = new ArrayList<>();
    private final List<StepMove> moves = new ArrayList<>();
    private final Case before;

    CaseEvents(Case before) {
        this.before = before;
    }

    CaseEvents fact(Event event) {
        events.add(event);
        return this;
    }

    CaseEvents moves(List<StepMove> more) {
        moves.addAll(more);
        return this;
    }

    Decision<Case> decide(Case after, Instant at) {
        before.steps().effective(moves).forEach(
                move -> events.add(new StepChanged(before.caseId(), before.office(), move.step(), move.to(), at)));
        return events.isEmpty()
                ? Decision.unchanged()
                : new Decision.Changed<>(after.with(before.steps().forward(moves, at)), List.copyOf(events));
    }
}
