package org.refugio.scheduling.cases;

import java.util.Optional;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Stores cases from intake's events and finds them. */
@Component
public class KnownCases {

    private final AggregateRepository<KnownCase> cases;

    KnownCases(AggregateRepository<KnownCase> cases) {
        this.cases = cases;
    }

    public Optional<KnownCase> find(String caseId) {
        return cases.find(caseId).map(StoredAggregate::state);
    }

    public void add(IntakeEvent.CaseOpened opened, EventOrigin source) {
        cases.reactByCreating(opened.caseId(), source, _ -> Decision
                .changed(new KnownCase(opened.caseId(), opened.office(), opened.zone(), opened.language())));
    }

    public void updateLanguage(IntakeEvent.ContactChanged changed, EventOrigin source) {
        cases.react(changed.caseId(), source, found -> found
                .<Decision<KnownCase>>map(each -> Decision.changed(each.withLanguage(changed.language())))
                .orElseGet(Decision::unchanged));
    }
}
