package org.refugio.intake.proceedings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Event;
import org.refugio.contracts.Sealed;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.intake.cases.CaseHistory;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.springframework.stereotype.Component;

/**
 * Records facts according to the process table: checks whether a fact is allowed, and stores it with the steps that it
 * moves.
 */
@Component
class FactRecorder {

    private final AggregateRepository<Case> cases;
    private final CaseEncryption encryption;
    private final DomainClock clock;

    FactRecorder(AggregateRepository<Case> cases, CaseEncryption encryption, DomainClock clock) {
        this.cases = cases;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * The fact to record.
     *
     * @param day the day of the fact
     * @param field the command's field with the day
     * @param seen the entity tag of the case that the sender saw
     */
    record Fact(CaseAction action, LocalDate day, String field, String by, EntityTag seen, Correction correction) {}

    /** The case with the fact, and the event that publishes it. */
    record Recorded(Case after, Event event) {}

    /** Applies the fact to the case; {@code correctionReason} is null unless it is a correction. */
    interface Change {
        Recorded apply(Case found, Sealed correctionReason);
    }

    /** Records a past fact: its day is today or earlier. */
    CommandOutcome recordPast(String caseId, CommandKey key, Fact fact, Change change) {
        return record(caseId, key, fact,
                found -> fact.day().isAfter(LocalDate.now(clock.withZone(ZoneId.of(found.zone()))))
                        ? Optional
                                .of(new CaseRefusal.DateNotPossible(fact.field(), CaseRefusal.DateError.IN_THE_FUTURE))
                        : Optional.empty(),
                change);
    }

    /** Records a fact unless the check refuses it for this case. */
    CommandOutcome record(String caseId, CommandKey key, Fact fact, Function<Case, Optional<CaseRefusal>> check,
            Change change) {
        return cases.change(caseId, key, found -> found.outdated(fact.action(), fact.seen())
                .or(() -> check.apply(found)).<Decision<Case>>map(Decision::refused)
                .orElseGet(() -> decide(found, fact, change)));
    }

    private Decision<Case> decide(Case found, Fact fact, Change change) {
        if (fact.correction().lacksReason()) {
            return Decision.refused(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.CORRECTION_REASON));
        }
        return found.refusalOf(fact.action(), fact.correction().requested()).<Decision<Case>>map(Decision::refused)
                .orElseGet(() -> store(found, fact, change));
    }

    private Decision<Case> store(Case found, Fact fact, Change change) {
        Sealed reason = fact.correction().requested()
                ? encryption.encrypt(found.caseId(), fact.correction().reason().strip())
                : null;
        Recorded recorded = change.apply(found, reason);
        Case after = recorded.after().with(found.history()
                .with(new CaseHistory.Entry(fact.action(), fact.day(), clock.instant(), fact.by(), reason)));
        return new CaseEvents(found).fact(recorded.event())
                .moves(CaseProcess.shipped().rule(fact.action()).moves()).decide(after, clock.instant());
    }
}
