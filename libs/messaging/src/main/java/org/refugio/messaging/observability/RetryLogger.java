package org.refugio.messaging.observability;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.refugio.messaging.event.EventHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Says that a record is tried again: where it stands and what kinds of fault there were, never a fault's own words. */
public final class RetryLogger implements RetryListener {

    private static final Logger LOG = LoggerFactory.getLogger(RetryLogger.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception fault, int attempt) {
        LOG.atWarn().addKeyValue("topic", record.topic()).addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset()).addKeyValue("attempt", attempt)
                .addKeyValue("fault", kinds(fault)).addKeyValue("supportCode", supportCode(record))
                .log("an event is tried again");
    }

    private static String kinds(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause).limit(8)
                .map(each -> each.getClass().getSimpleName()).collect(Collectors.joining(" < "));
    }

    /** The id of the trace that the event was made in. */
    private static String supportCode(ConsumerRecord<?, ?> record) {
        Header trace = record.headers().lastHeader(EventHeaders.TRACEPARENT);
        String[] parts = trace == null ? new String[0] : new String(trace.value(), StandardCharsets.UTF_8).split("-");
        return parts.length == 4 ? parts[1] : "";
    }
}
