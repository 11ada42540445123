package org.refugio.scheduling.appointments.messaging;

import org.refugio.contracts.NotificationEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.scheduling.appointments.RecordAnswer;
import org.springframework.stereotype.Component;

@Component
class NotificationBindings implements EventHandler<NotificationEvent> {

    private final RecordAnswer answers;

    NotificationBindings(RecordAnswer answers) {
        this.answers = answers;
    }

    @Override
    public Class<NotificationEvent> producer() {
        return NotificationEvent.class;
    }

    @Override
    public void on(NotificationEvent event, EventOrigin source) {
        switch (event) {
            case NotificationEvent.ReplyReceived reply -> answers.recordReply(reply, source);
            case NotificationEvent.MessageSent _,NotificationEvent.MessageFailed _,NotificationEvent.MessageUnknown _,NotificationEvent.ReplyUnclear _,NotificationEvent.OptedOut _,NotificationEvent.CallNeeded _,NotificationEvent.CallSettled _,NotificationEvent.Unknown _ -> {
                // they do not affect appointments
            }
        }
    }
}
