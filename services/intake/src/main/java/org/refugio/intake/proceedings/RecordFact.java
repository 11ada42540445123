package org.refugio.intake.proceedings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.refugio.clock.DomainClock;
import org.refugio.intake.cases.Action;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.intake.cases.History;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.springframework.stereotype.Component;

/** What all facts have in common: the table is asked, and the fact goes out with the steps that it moves, in one write. */
@Component
class RecordFact {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Aggregates<Case> cases;
    private final DomainClock clock;

    RecordFact(Aggregates<Case> cases, DomainClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What is being recorded.
     *
     * @param day the day of which the fact speaks
     */
    record Fact(Action action, LocalDate day, String by) {}

    /** Something that has happened, so that its day is not to come; {@code field} is where the day was entered. */
    Outcome past(String caseId, CommandKey key, Fact fact, String field, BiFunction<Case, Recording, Case> change) {
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
    Outcome any(String caseId, CommandKey key, Fact fact, BiFunction<Case, Recording, Case> change) {
        return cases.change(caseId, key, found -> decided(found, fact, change));
    }

    private Decision<Case> decided(Case found, Fact fact, BiFunction<Case, Recording, Case> change) {
        return found.against(fact.action()).<Decision<Case>>map(Decision::refused).orElseGet(() -> {
            Recording recording = new Recording(found);
            Case after = change.apply(found, recording);
            return recording.decided(
                    after.with(after.history()
                            .and(new History.Entry(fact.action(), fact.day(), clock.instant(), fact.by()))),
                    clock.instant());
        });
    }
}
