package org.refugio.messaging;

import java.nio.charset.StandardCharsets;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes through Spring Cloud Stream with CloudEvents attributes as headers. The only user of {@link StreamBridge}. */
final class StreamPublisher implements RecordPublisher {

    /** The output binding; its producer is synchronous, so that a return means an acknowledgement. */
    static final String BINDING = "refugioEvents-out-0";

    private final StreamBridge bridge;
    private final String source;

    StreamPublisher(StreamBridge bridge, String source) {
        this.bridge = bridge;
        this.source = source;
    }

    @Override
    public void publish(OutgoingRecord record) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(record.data().getBytes(StandardCharsets.UTF_8))
                .setHeader(KafkaHeaders.KEY, record.key().getBytes(StandardCharsets.UTF_8))
                .setHeader(Headers.SPEC_VERSION, "1.0")
                .setHeader(Headers.ID,
                        record.aggregate() + "-" + Position.of(record.standing().epoch(), record.sequence()))
                .setHeader(Headers.TYPE, record.type()).setHeader(Headers.SOURCE, source)
                .setHeader(Headers.SUBJECT, record.aggregate())
                .setHeader(Headers.SEQUENCE, Long.toString(record.sequence()))
                .setHeader(Headers.TIME, record.committedAt().toString())
                .setHeader(Headers.EPOCH, Long.toString(record.standing().epoch()));
        if (record.standing().epoch() > 1) {
            message.setHeader(Headers.EPOCH_START, Long.toString(record.standing().start()));
        }
        if (record.traceparent() != null) {
            message.setHeader(Headers.TRACEPARENT, record.traceparent());
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
