package org.refugio.access.operations;

import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** A service that consumes the events of intake without effects. */
@SpringBootApplication
class OperatedApplication {

    @Component
    static class IgnoringHandler implements EventHandler<IntakeEvent> {

        @Override
        public Class<IntakeEvent> producer() {
            return IntakeEvent.class;
        }

        @Override
        public void on(IntakeEvent event, EventOrigin source) {
            // the records of these tests are not events
        }
    }
}
