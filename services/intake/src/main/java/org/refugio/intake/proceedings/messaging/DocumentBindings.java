package org.refugio.intake.proceedings.messaging;

import java.util.Optional;
import org.refugio.contracts.DocumentEvent;
import org.refugio.intake.proceedings.AdvanceSteps;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
class DocumentBindings implements EventHandler<DocumentEvent> {

    private final AdvanceSteps steps;

    DocumentBindings(AdvanceSteps steps) {
        this.steps = steps;
    }

    @Override
    public Class<DocumentEvent> producer() {
        return DocumentEvent.class;
    }

    @Override
    public void on(DocumentEvent event, EventOrigin source) {
        trigger(event).ifPresent(trigger -> steps.apply(trigger, source));
    }

    /** Empty for events that have no row in the process table. */
    static Optional<AdvanceSteps.Trigger> trigger(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentUploaded e ->
                Optional.of(new AdvanceSteps.Trigger(e, e.caseId(), null, e.uploadedAt()));
            case DocumentEvent.ChecklistCompleted e ->
                Optional.of(new AdvanceSteps.Trigger(e, e.caseId(), null, e.completedAt()));
            case DocumentEvent.ChecklistOpened _,DocumentEvent.DocumentAccepted _,DocumentEvent.DocumentReturned _,DocumentEvent.ItemWaived _,DocumentEvent.Unknown _ ->
                Optional.empty();
        };
    }
}
