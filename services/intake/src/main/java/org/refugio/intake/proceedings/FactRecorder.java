package org.refugio.intake.proceedings;

import java.time.LocalDate;
import java.time.ZoneId;
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
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.springframework.stereotype.Component;

/** Records facts by the process table: checks whether one is possible now, and stores it with the steps that it moves. */
@Component
class FactRecorder {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final AggregateRepository<Case> cases;
    private final CaseEncryption sealing;
    private final DomainClock clock;

    FactRecorder(AggregateRepository<Case> cases, CaseEncryption sealing, DomainClock clock) {
        this.cases = cases;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * What is being recorded.
     *
     * @param day of the fact
     * @param field of the command that has the day
     */
    record Fact(CaseAction action, LocalDate day, String field, String by, Correction correction) {}

    /** The case with the fact, and the event that publishes it. */
    record Recorded(Case after, Event event) {}

    /** Puts the fact into the case; {@code correctionReason} is null unless it is a correction. */
    interface Change {
        Recorded apply(Case found, Sealed correctionReason);
    }

    /** A fact that has happened: its day is today or earlier. */
    CommandOutcome past(String caseId, CommandKey key, Fact fact, Change change) {
        return cases.change(caseId, key, found -> {
            if (fact.day().isAfter(LocalDate.now(clock.withZone(ZoneId.of(found.zone()))))) {
                return Decision.refused(new CaseRefusal.DateNotPossible(fact.field(),
                        CaseRefusal.DateError.IN_THE_FUTURE));
            }
            if (fact.day().isBefore(EARLIEST)) {
                return Decision.refused(
                        new CaseRefusal.DateNotPossible(fact.field(), CaseRefusal.DateError.BEFORE_1900));
            }
            return decided(found, fact, change);
        });
    }

    /** A fact whose day may lie ahead. */
    CommandOutcome onAnyDay(String caseId, CommandKey key, Fact fact, Change change) {
        return cases.change(caseId, key, found -> decided(found, fact, change));
    }

    private Decision<Case> decided(Case found, Fact fact, Change change) {
        if (fact.correction().lacksReason()) {
            return Decision.refused(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.CORRECTION_REASON));
        }
        return found.against(fact.action(), fact.correction().wanted()).<Decision<Case>>map(Decision::refused)
                .orElseGet(() -> recorded(found, fact, change));
    }

    private Decision<Case> recorded(Case found, Fact fact, Change change) {
        Sealed reason = fact.correction().wanted()
                ? sealing.text(found.caseId(), fact.correction().reason().strip())
                : null;
        Recorded recorded = change.apply(found, reason);
        Case after = recorded.after().with(found.history()
                .and(new CaseHistory.Entry(fact.action(), fact.day(), clock.instant(), fact.by(), reason)));
        return new CaseEvents(found).fact(recorded.event())
                .moves(CaseProcess.shipped().rule(fact.action()).moves()).decided(after, clock.instant());
    }
}
