package org.refugio.console.readmodel;

import java.util.function.UnaryOperator;
import org.refugio.console.readmodel.ChecklistProjection.Line;
import org.refugio.console.readmodel.ChecklistProjection.State;
import org.refugio.contracts.DocumentEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
final class DocumentEventProjector implements EventHandler<DocumentEvent> {

    private final ReadModel model;

    DocumentEventProjector(ReadModel model) {
        this.model = model;
    }

    @Override
    public Class<DocumentEvent> producer() {
        return DocumentEvent.class;
    }

    @Override
    public void on(DocumentEvent event, EventOrigin source) {
        switch (event) {
            case DocumentEvent.ChecklistOpened e ->
                model.papers().apply(e.caseId(), source, _ -> ChecklistProjection.opened(e));
            case DocumentEvent.DocumentUploaded e -> {
                line(source, e.caseId(), e.itemId(), l -> l.uploaded(e.uploadId(), e.fileVersion(), e.bytes()));
                model.note(source, e.caseId(), e.uploadedAt(), "document-uploaded", "item." + e.itemId());
            }
            case DocumentEvent.DocumentAccepted e -> {
                line(source, e.caseId(), e.itemId(), l -> l.reviewed(State.ACCEPTED, null));
                model.note(source, e.caseId(), e.reviewedAt(), "document-accepted", "item." + e.itemId());
            }
            case DocumentEvent.DocumentReturned e -> {
                line(source, e.caseId(), e.itemId(), l -> l.reviewed(State.RETURNED, e.reason()));
                model.note(source, e.caseId(), e.reviewedAt(), "document-returned", "item." + e.itemId());
            }
            case DocumentEvent.ItemWaived e -> {
                line(source, e.caseId(), e.itemId(), l -> l.reviewed(State.WAIVED, e.reason()));
                model.note(source, e.caseId(), e.waivedAt(), "item-waived", "item." + e.itemId());
            }
            case DocumentEvent.ChecklistCompleted e ->
                model.note(source, e.caseId(), e.completedAt(), "checklist-completed", null);
            case DocumentEvent.Unknown _ -> {
                // unknown events are counted by the library
            }
        }
    }

    private void line(EventOrigin source, String caseId, String itemId, UnaryOperator<Line> change) {
        model.papers().apply(caseId, source, old -> old.with(itemId, change));
    }
}
