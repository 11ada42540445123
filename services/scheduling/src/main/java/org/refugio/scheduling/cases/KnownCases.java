package org.refugio.scheduling.cases;

import java.util.Optional;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.SourceEvent;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** Learns cases from intake's events and looks them up. */
@Component
public class KnownCases {

    private final Aggregates<KnownCase> cases;

    KnownCases(Aggregates<KnownCase> cases) {
        this.cases = cases;
    }

    public Optional<KnownCase> find(String caseId) {
        return cases.find(caseId).map(Stored::state);
    }

    public void opened(IntakeEvent.CaseOpened opened, SourceEvent source) {
        cases.react(opened.caseId(), source, _ -> Decision
                .changed(new KnownCase(opened.caseId(), opened.office(), opened.zone(), opened.language())));
    }

    public void contactChanged(IntakeEvent.ContactChanged changed, SourceEvent source) {
        cases.react(changed.caseId(), source, found -> found
                .<Decision<KnownCase>>map(each -> Decision.changed(each.speaking(changed.language())))
                .orElseGet(Decision::unchanged));
    }
}
