package org.refugio.console.readmodel;

import org.refugio.contracts.NotificationEvent;
import org.refugio.messaging.EventHandler;
import org.refugio.messaging.SourceEvent;
import org.springframework.stereotype.Component;

@Component
final class FromNotification implements EventHandler<NotificationEvent> {

    private final ReadModel model;

    FromNotification(ReadModel model) {
        this.model = model;
    }

    @Override
    public Class<NotificationEvent> producer() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, SourceEvent source) {
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
                model.tasks().apply(e.taskId(), source, _ -> new Task(e.taskId(), e.caseId(), e.office(), e.why(),
                        e.neededAt().toString(), true));
                model.note(source, e.caseId(), e.neededAt(), "call-needed", null);
            }
            case NotificationEvent.CallSettled e -> {
                model.tasks().apply(e.taskId(), source, old -> old == null
                        ? null
                        : new Task(old.taskId(), old.caseId(), old.office(), old.why(), old.neededAt(), false));
                model.note(source, e.caseId(), e.settledAt(), "call-settled", null);
            }
            case NotificationEvent.Unknown _ -> {
                // counted by the library
            }
        }
    }
}
