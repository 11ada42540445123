package org.refugio.scheduling.cases;

import java.util.Optional;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Learns cases from intake's events and looks them up. */
@Component
public class KnownCases {

    private final AggregateRepository<KnownCase> cases;

    KnownCases(AggregateRepository<KnownCase> cases) {
        this.cases = cases;
    }

    public Optional<KnownCase> find(String caseId) {
        return cases.find(caseId).map(StoredAggregate::state);
    }

    public void opened(IntakeEvent.CaseOpened opened, EventOrigin source) {
        cases.react(opened.caseId(), source, _ -> Decision
                .changed(new KnownCase(opened.caseId(), opened.office(), opened.zone(), opened.language())));
    }

    public void contactChanged(IntakeEvent.ContactChanged changed, EventOrigin source) {
        cases.react(changed.caseId(), source, found -> found
                .<Decision<KnownCase>>map(each -> Decision.changed(each.speaking(changed.language())))
                .orElseGet(Decision::unchanged));
    }
}
