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

/** Moves the steps that events of other services move; the process table has which. */
@Component
public class AdvanceSteps {

    private final AggregateRepository<Case> cases;

    AdvanceSteps(AggregateRepository<Case> cases) {
        this.cases = cases;
    }

    /**
     * An event that may move steps of a case.
     *
     * @param kind the id of the appointment's kind, null where it is about none
     */
    public record Trigger(Event event, String caseId, String kind, Instant at) {

        public List<StepMove> moves() {
            return CaseProcess.shipped().movesOn(EventCodec.wireName(event), kind);
        }
    }

    /** Move the steps of the trigger; a step that is further already stays. */
    public void follow(Trigger trigger, EventOrigin source) {
        List<StepMove> moves = trigger.moves();
        if (!moves.isEmpty()) {
            cases.react(trigger.caseId(), source,
                    found -> found.map(each -> moved(each, moves, trigger.at())).orElseGet(Decision::unchanged));
        }
    }

    static Decision<Case> moved(Case found, List<StepMove> moves, Instant at) {
        return new CaseEvents(found).moves(moves).decided(found, at);
    }
}
