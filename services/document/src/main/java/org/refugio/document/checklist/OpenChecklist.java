package org.refugio.document.checklist;

import java.util.List;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.DocumentEvent.ChecklistOpened;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.PermanentFailure;
import org.refugio.messaging.SourceEvent;
import org.refugio.procedure.Procedure;
import org.refugio.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Opens the checklist of a new case, with the lines of the procedure that the case follows. */
@Component
public class OpenChecklist {

    private final Aggregates<Checklist> checklists;
    private final Procedures procedures;

    OpenChecklist(Aggregates<Checklist> checklists, Procedures procedures) {
        this.checklists = checklists;
        this.procedures = procedures;
    }

    public void on(CaseOpened opened, SourceEvent source) {
        Procedure procedure = procedures.version(opened.procedureVersion()).orElseThrow(
                () -> new PermanentFailure("unknown-procedure", "no procedure " + opened.procedureVersion()));
        checklists.react(opened.caseId(), source, found -> {
            if (found.isPresent()) {
                return Decision.unchanged();
            }
            List<ChecklistLine> lines = procedure.checklist();
            Checklist fresh = new Checklist(opened.caseId(), opened.office(), opened.language(), procedure.version(),
                    lines.stream().map(each -> Line.missing(each.itemId(), each.group())).toList());
            return Decision.changed(fresh,
                    new ChecklistOpened(opened.caseId(), opened.office(), procedure.version(), lines));
        });
    }
}
