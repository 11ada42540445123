package org.refugio.intake.proceedings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.refugio.clock.DomainClock;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseAction;
import org.refugio.intake.cases.CaseHistory;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.springframework.stereotype.Component;

/** What all facts have in common: the table is asked, and the fact goes out with the steps that it moves, in one write. */
@Component
class FactRecorder {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final AggregateRepository<Case> cases;
    private final DomainClock clock;

    FactRecorder(AggregateRepository<Case> cases, DomainClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What is being recorded.
     *
     * @param day the day of which the fact speaks
     */
    record Fact(CaseAction action, LocalDate day, String by) {}

    /** Something that has happened, so that its day is not to come; {@code field} is where the day was entered. */
    CommandOutcome past(String caseId, CommandKey key, Fact fact, String field,
            BiFunction<Case, CaseEvents, Case> change) {
        return cases.change(caseId, key, found -> {
            if (fact.day().isAfter(LocalDate.now(clock.withZone(ZoneId.of(found.zone()))))) {
                return Decision.refused(new CaseRefusal.DateNotPossible(field,
                        "this has happened, so its day is today or earlier. Check the date."));
            }
            if (fact.day().isBefore(EARLIEST)) {
                return Decision
                        .refused(new CaseRefusal.DateNotPossible(field, "this lies before 1900. Check the year."));
            }
            return decided(found, fact, change);
        });
    }

    /** Something whose day may lie ahead. */
    CommandOutcome any(String caseId, CommandKey key, Fact fact, BiFunction<Case, CaseEvents, Case> change) {
        return cases.change(caseId, key, found -> decided(found, fact, change));
    }

    private Decision<Case> decided(Case found, Fact fact, BiFunction<Case, CaseEvents, Case> change) {
        return found.against(fact.action()).<Decision<Case>>map(Decision::refused).orElseGet(() -> {
            CaseEvents recording = new CaseEvents(found);
            Case after = change.apply(found, recording);
            return recording.decided(
                    after.with(after.history()
                            .and(new CaseHistory.Entry(fact.action(), fact.day(), clock.instant(), fact.by()))),
                    clock.instant());
        });
    }
}
