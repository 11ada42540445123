package org.refugio.procedure.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.legalclock.Deadline;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.Municipality;
import org.refugio.procedure.LocalizedText;

/** Computes the deadlines that are running for a case. Source: {@code deadlines} in {@code process.yaml} and the legal clock. */
public final class CaseDeadlines {

    private final LegalClock clock;
    private final List<CaseDeadlineRule> rules;
    private final Set<String> municipalities;

    /** With the rules and calendars of this build. */
    public CaseDeadlines() {
        this(LegalClock.shipped(), CaseProcess.shipped().deadlines());
    }

    CaseDeadlines(LegalClock clock, List<CaseDeadlineRule> rules) {
        this.clock = clock;
        this.rules = rules;
        this.municipalities = clock.municipalities().stream().map(Municipality::id).collect(Collectors.toSet());
    }

    /**
     * The deadlines that are running.
     *
     * @param entry the day of entry; null where it is not known
     * @param outcome of the decision; null while there is none
     * @param office the id of the case's office; the id of a municipality selects the calendar of the authority's office there,
     *     any other id that of the authority's main office
     */
    public List<CaseDeadline> running(LocalDate entry, RecordedActions recorded, DecisionOutcome outcome,
            String office) {
        return rules.stream().filter(each -> recorded.on(each.until()).isEmpty())
                .filter(each -> each.outcomes().isEmpty() || outcome != null && each.outcomes().contains(outcome))
                .flatMap(each -> start(each, entry, recorded).map(from -> deadline(each.rule(), from, office)).stream())
                .toList();
    }

    private static Optional<LocalDate> start(CaseDeadlineRule rule, LocalDate entry, RecordedActions recorded) {
        return rule.after() == null ? Optional.ofNullable(entry) : recorded.on(rule.after());
    }

    private CaseDeadline deadline(String id, LocalDate from, String office) {
        DeadlineRule rule = clock.rules().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        LocalizedText title = new LocalizedText(Map.of("es", rule.title().es(), "en", rule.title().en()));
        if (!LegalClock.covers(from)) { // a case may have an earlier day of entry, and must stay readable
            return new CaseDeadline(id, title, from, null, null, List.of());
        }
        Deadline due = clock.due(DeadlineRequest.of(id, from)
                .withMunicipality(municipalities.contains(office) ? office : null));
        return new CaseDeadline(id, title, from, due.earliestDefensible(), due.nominal(), due.warnings());
    }
}
