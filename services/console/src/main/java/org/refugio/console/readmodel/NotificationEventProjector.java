package org.refugio.console.readmodel;

import org.refugio.contracts.NotificationEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
final class NotificationEventProjector implements EventHandler<NotificationEvent> {

    private final ReadModel model;

    NotificationEventProjector(ReadModel model) {
        this.model = model;
    }

    @Override
    public Class<NotificationEvent> producer() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, EventOrigin source) {
        switch (event) {
            case NotificationEvent.MessageSent e ->
                model.note(source, e.caseId(), e.sentAt(), "message-sent-" + e.channel(), "message." + e.kind());
            case NotificationEvent.MessageFailed e ->
                model.note(source, e.caseId(), e.failedAt(), "message-failed-" + e.channel(), "message." + e.kind());
            case NotificationEvent.MessageUnknown e ->
                model.note(source, e.caseId(), e.foundAt(), "message-unknown-" + e.channel(), "message." + e.kind());
            case NotificationEvent.ReplyReceived e ->
                model.note(source, e.caseId(), e.receivedAt(), "reply-" + e.meaning(), null);
            case NotificationEvent.ReplyUnclear e ->
                model.note(source, e.caseId(), e.receivedAt(), "reply-unclear", null);
            case NotificationEvent.OptedOut e ->
                model.note(source, e.caseId(), e.optedOutAt(), "opted-out-" + e.channel(), null);
            case NotificationEvent.CallNeeded e -> {
                model.tasks().apply(e.taskId(), source,
                        _ -> new CallTaskProjection(e.taskId(), e.caseId(), e.office(), e.why(),
                                e.neededAt().toString(), true));
                model.note(source, e.caseId(), e.neededAt(), "call-needed", null);
            }
            case NotificationEvent.CallSettled e -> {
                model.tasks().apply(e.taskId(), source, old -> old == null
                        ? null
                        : new CallTaskProjection(old.taskId(), old.caseId(), old.office(), old.why(), old.neededAt(),
                                false));
                model.note(source, e.caseId(), e.settledAt(), "call-settled", null);
            }
            case NotificationEvent.Unknown _ -> {
                // unknown events are counted by the library
            }
        }
    }
}
