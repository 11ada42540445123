package org.refugio.access.operations;

import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** A service that hears intake and does nothing about it. */
@SpringBootApplication
class OperatedApplication {

    @Component
    static class Listens implements EventHandler<IntakeEvent> {

        @Override
        public Class<IntakeEvent> producer() {
            return IntakeEvent.class;
        }

        @Override
        public void on(IntakeEvent event, EventOrigin source) {
            // what arrives in these tests is no event
        }
    }
}
