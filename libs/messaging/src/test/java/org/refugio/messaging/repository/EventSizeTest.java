package org.refugio.messaging.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.Event;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.outbox.OutboxPublisher;
import org.refugio.messaging.outbox.OutgoingRecord;

class EventSizeTest {

    @Test
    void theSizeOfAnEventIsCountedInBytesOfUtf8() {
        int characters = 400_000;

        assertThat(entriesOf("x".repeat(characters))).hasSize(1);
        assertThatThrownBy(() -> entriesOf("\u20ac".repeat(characters))).isInstanceOf(StoreRejectedWrite.class);
    }

    private static List<Document> entriesOf(String text) {
        List<Event> events = List.of(new ChecklistCompleted("case", text, Instant.EPOCH));
        return AggregateDocument.outboxEntries(events, 0, "case", new SilentOutbox(), EpochMarker.ofNewAggregate(1));
    }

    private static final class SilentOutbox implements OutboxPublisher {

        private final EventCodec codec = new EventCodec();

        @Override
        public EventCodec codec() {
            return codec;
        }

        @Override
        public StoreEpoch epoch() {
            return null; // not used
        }

        @Override
        public String traceparent() {
            return "";
        }

        @Override
        public void requestPublication(MongoCollection<Document> collection, String id, List<OutgoingRecord> pending) {
            throw new UnsupportedOperationException();
        }
    }
}
