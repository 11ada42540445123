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

    /** The output binding; its producer is synchronous, so that a return means an acknowledgement. */
    static final String BINDING = "refugioEvents-out-0";

    private final StreamBridge bridge;
    private final String source;

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
                        record.aggregate() + "-" + EventPosition.of(record.standing().epoch(), record.sequence()))
                .setHeader(EventHeaders.TYPE, record.type()).setHeader(EventHeaders.SOURCE, source)
                .setHeader(EventHeaders.SUBJECT, record.aggregate())
                .setHeader(EventHeaders.SEQUENCE, Long.toString(record.sequence()))
                .setHeader(EventHeaders.TIME, record.committedAt().toString())
                .setHeader(EventHeaders.EPOCH, Long.toString(record.standing().epoch()));
        if (record.standing().epoch() > 1) {
            message.setHeader(EventHeaders.EPOCH_START, Long.toString(record.standing().start()));
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
            throw new TransientFailure("the broker did not acknowledge", e);
        }
        if (!sent) {
            throw new TransientFailure("the broker did not acknowledge", null);
        }
    }

}
