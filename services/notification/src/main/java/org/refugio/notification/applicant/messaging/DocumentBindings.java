package org.refugio.notification.applicant.messaging;

import org.refugio.contracts.DocumentEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.notification.applicant.MissingDocuments;
import org.springframework.stereotype.Component;

@Component
class DocumentBindings implements EventHandler<DocumentEvent> {

    private final MissingDocuments papers;

    DocumentBindings(MissingDocuments papers) {
        this.papers = papers;
    }

    @Override
    public Class<DocumentEvent> producer() {
        return DocumentEvent.class;
    }

    @Override
    public void on(DocumentEvent event, EventOrigin source) {
        switch (event) {
            case DocumentEvent.ChecklistOpened opened -> papers.opened(opened.caseId(), opened.lines(), source);
            case DocumentEvent.DocumentUploaded uploaded ->
                papers.settled(uploaded.caseId(), uploaded.itemId(), source);
            case DocumentEvent.DocumentReturned returned ->
                papers.returned(returned.caseId(), returned.itemId(), source);
            case DocumentEvent.ItemWaived waived -> papers.settled(waived.caseId(), waived.itemId(), source);
            case DocumentEvent.DocumentAccepted _,DocumentEvent.ChecklistCompleted _,DocumentEvent.Unknown _ -> {
                // the paper was brought already
            }
        }
    }
}
