package org.refugio.intake.proceedings;

import java.time.Instant;
import java.util.List;
import org.refugio.contracts.Event;
import org.refugio.intake.cases.Case;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.StepMove;
import org.springframework.stereotype.Component;

/** Moves steps on events of other services, as defined in the process table. */
@Component
public class AdvanceSteps {

    private final AggregateRepository<Case> cases;

    AdvanceSteps(AggregateRepository<Case> cases) {
        this.cases = cases;
    }

    /**
     * An event that may move steps of a case.
     *
     * @param kind the id of the appointment's kind, or null
     */
    public record Trigger(Event event, String caseId, String kind, Instant at) {

        public List<StepMove> moves() {
            return CaseProcess.shipped().movesOn(EventCodec.wireName(event), kind);
        }
    }

    /** Moves the steps of the trigger; a step that is further already is unchanged. */
    public void apply(Trigger trigger, EventOrigin source) {
        List<StepMove> moves = trigger.moves();
        if (!moves.isEmpty()) {
            cases.react(trigger.caseId(), source,
                    found -> found.map(each -> move(each, moves, trigger.at())).orElseGet(Decision::unchanged));
        }
    }

    static Decision<Case> move(Case found, List<StepMove> moves, Instant at) {
        return new CaseEvents(found).moves(moves).decide(found, at);
    }
}
