package org.refugio.document.checklist;

import java.util.List;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.DocumentEvent.ChecklistOpened;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.Procedure;
import org.refugio.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Creates the checklist of a new case, with the items of the procedure that the case follows. */
@Component
public class OpenChecklist {

    private final AggregateRepository<Checklist> checklists;
    private final Procedures procedures;

    OpenChecklist(AggregateRepository<Checklist> checklists, Procedures procedures) {
        this.checklists = checklists;
        this.procedures = procedures;
    }

    public void on(CaseOpened opened, EventOrigin source) {
        Procedure procedure = procedures.version(opened.procedureVersion()).orElseThrow(
                () -> new PermanentFailure("unknown-procedure", "no procedure " + opened.procedureVersion()));
        checklists.reactByCreating(opened.caseId(), source, found -> {
            if (found.isPresent()) {
                return Decision.unchanged();
            }
            List<ChecklistLine> lines = procedure.checklist();
            Checklist created = new Checklist(opened.caseId(), opened.office(), opened.language(), procedure.version(),
                    lines.stream().map(each -> ChecklistItem.missing(each.itemId(), each.group())).toList());
            return Decision.changed(created,
                    new ChecklistOpened(opened.caseId(), opened.office(), procedure.version(), lines));
        });
    }
}
