package org.refugio.intake.proceedings.messaging;

import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.proceedings.AdvanceSteps;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
class DocumentBindings implements EventHandler<DocumentEvent> {

    private final AdvanceSteps follow;

    DocumentBindings(AdvanceSteps follow) {
        this.follow = follow;
    }

    @Override
    public Class<DocumentEvent> producer() {
        return DocumentEvent.class;
    }

    @Override
    public void on(DocumentEvent event, EventOrigin source) {
        switch (event) {
            case DocumentEvent.DocumentUploaded uploaded ->
                follow.step(uploaded.caseId(), source, Step.DOCUMENT_GATHERING,
                        StepStatus.IN_PROGRESS, uploaded.uploadedAt());
            case DocumentEvent.ChecklistCompleted completed -> follow.step(completed.caseId(), source,
                    Step.DOCUMENT_GATHERING, StepStatus.DONE, completed.completedAt());
            case DocumentEvent.ChecklistOpened _,DocumentEvent.DocumentAccepted _,DocumentEvent.DocumentReturned _,DocumentEvent.ItemWaived _,DocumentEvent.Unknown _ -> {
                // they move no step
            }
        }
    }
}
