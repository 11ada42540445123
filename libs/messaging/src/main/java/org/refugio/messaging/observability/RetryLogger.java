package org.refugio.messaging.observability;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.refugio.messaging.event.EventHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Logs that a record is retried: its offset and the classes of the exceptions, never their messages. */
public final class RetryLogger implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(RetryLogger.class);
    private static final int MAX_CAUSES = 8;

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception exception, int attempt) {
        LOG.atWarn().addKeyValue("topic", record.topic()).addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset()).addKeyValue("attempt", attempt)
                .addKeyValue("fault", classes(exception)).addKeyValue("supportCode", supportCode(record))
                .log("an event is retried");
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception exception, int attempt) {
        records.partitions().forEach(
                partition -> failedDelivery(records.records(partition).getFirst(), exception, attempt));
    }

    private static String classes(Throwable exception) {
        return Stream.iterate(exception, each -> each != null, Throwable::getCause).limit(MAX_CAUSES)
                .map(each -> each.getClass().getSimpleName()).collect(Collectors.joining(" < "));
    }

    /** The id of the trace that the event was published in. */
    private static String supportCode(ConsumerRecord<?, ?> record) {
        Header trace = record.headers().lastHeader(EventHeaders.TRACEPARENT);
        String[] parts = trace == null ? new String[0] : new String(trace.value(), StandardCharsets.UTF_8).split("-");
        return parts.length == 4 ? parts[1] : "";
    }
}
