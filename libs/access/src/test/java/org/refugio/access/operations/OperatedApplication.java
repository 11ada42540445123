package org.refugio.access.operations;

import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.EventHandler;
import org.refugio.messaging.SourceEvent;
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
        public void on(IntakeEvent event, SourceEvent source) {
            // what arrives in these tests is no event
        }
    }
}
