package org.refugio.notification.applicant.messaging;

import org.refugio.contracts.DocumentEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.notification.applicant.MissingDocuments;
import org.springframework.stereotype.Component;

@Component
class DocumentBindings implements EventHandler<DocumentEvent> {

    private final MissingDocuments documents;

    DocumentBindings(MissingDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Class<DocumentEvent> producer() {
        return DocumentEvent.class;
    }

    @Override
    public void on(DocumentEvent event, EventOrigin source) {
        switch (event) {
            case DocumentEvent.ChecklistOpened opened -> documents.initialize(opened.caseId(), opened.lines(), source);
            case DocumentEvent.DocumentUploaded uploaded ->
                documents.remove(uploaded.caseId(), uploaded.itemId(), source);
            case DocumentEvent.DocumentReturned returned ->
                documents.add(returned.caseId(), returned.itemId(), source);
            case DocumentEvent.ItemWaived waived -> documents.remove(waived.caseId(), waived.itemId(), source);
            case DocumentEvent.DocumentAccepted _,DocumentEvent.ChecklistCompleted _,DocumentEvent.Unknown _ -> {
                // the item was removed when it was uploaded
            }
        }
    }
}
