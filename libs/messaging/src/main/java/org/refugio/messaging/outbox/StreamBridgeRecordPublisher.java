package org.refugio.messaging.outbox;

import java.nio.charset.StandardCharsets;
import org.refugio.messaging.event.EventHeaders;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.TransientFailure;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through Spring Cloud Stream with CloudEvents attributes as headers. The only user of {@link StreamBridge}. */
public final class StreamBridgeRecordPublisher implements RecordPublisher {

    /** The output binding. Its producer is synchronous: {@code send} returns after the acknowledgement. */
    static final String BINDING = "refugioEvents-out-0";

    private final StreamBridge bridge;
    private final String source;

    /** @param source the name of the producing service */
    public StreamBridgeRecordPublisher(StreamBridge bridge, String source) {
        this.bridge = bridge;
        this.source = source;
    }

    @Override
    public void publish(OutgoingRecord record) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(record.data().getBytes(StandardCharsets.UTF_8))
                .setHeader(KafkaHeaders.KEY, record.key().getBytes(StandardCharsets.UTF_8))
                .setHeader(EventHeaders.SPEC_VERSION, "1.0")
                .setHeader(EventHeaders.ID,
                        record.aggregate() + "-" + EventPosition.of(record.epoch().epoch(), record.sequence()))
                .setHeader(EventHeaders.TYPE, record.type()).setHeader(EventHeaders.SOURCE, source)
                .setHeader(EventHeaders.SUBJECT, record.aggregate())
                .setHeader(EventHeaders.SEQUENCE, Long.toString(record.sequence()))
                .setHeader(EventHeaders.TIME, record.committedAt().toString())
                .setHeader(EventHeaders.EPOCH, Long.toString(record.epoch().epoch()));
        if (record.epoch().epoch() > 1) {
            message.setHeader(EventHeaders.EPOCH_START, Long.toString(record.epoch().start()));
        }
        if (record.traceparent() != null) {
            message.setHeader(EventHeaders.TRACEPARENT, record.traceparent());
        }
        send(message.build());
    }

    private void send(Message<byte[]> message) {
        boolean sent;
        try {
            sent = bridge.send(BINDING, message);
        } catch (RuntimeException e) {
            throw new TransientFailure("the broker did not acknowledge a record", e);
        }
        if (!sent) {
            throw new TransientFailure("the broker did not acknowledge a record", null);
        }
    }
}
