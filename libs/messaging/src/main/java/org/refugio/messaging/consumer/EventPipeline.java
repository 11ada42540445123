package org.refugio.messaging.consumer;

import com.mongodb.MongoException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.refugio.contracts.Event;
import org.refugio.messaging.background.ParallelExecutor;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the events of one producer exactly once and in order per source aggregate.
 *
 * <p>Event n is applied when the group's cursor is at n-1 (after a restore of the producer's store: see {@link
 * EventPosition}). The handler applies its effects, all of them idempotent; then the cursor is stored; then the poll is
 * acknowledged. A crash between any two of these steps runs the handler again, which
 * changes nothing. A duplicate is skipped. An event that arrives before its predecessor is stored and applied after it. A
 * record that can never be applied is parked and its cursor does not advance: later events of that aggregate wait, all others
 * are applied.
 *
 * @param <E> the producer's events
 */
final class EventPipeline<E extends Event> {

    private static final Logger LOG = LoggerFactory.getLogger(EventPipeline.class);

    /** An event whose handler throws an unexpected exception is parked after this many attempts. */
    private static final int MAX_ATTEMPTS = 3;

    /** Of all pipelines of the process; each aggregate that is handled uses a connection to the store. */
    private static final ParallelExecutor AGGREGATES = new ParallelExecutor("events-", 16);

    private final String producer;
    /** Of the ids of its cursors. */
    private final String prefix;
    private final EventHandler<E> handler;
    private final EventCodec codec;
    private final ConsumerCursors cursors;
    private final WaitingEvents waiting;
    private final ParkedEvents parked;
    private final PipelineMetrics metrics;
    private WaitingEvents.SweepPosition sweepPosition = WaitingEvents.SweepPosition.START;

    EventPipeline(String producer, EventHandler<E> handler, EventCodec codec, ConsumerCursors cursors,
            WaitingEvents waiting, ParkedEvents parked, PipelineMetrics metrics) {
        this.producer = producer;
        this.prefix = cursors.prefix(producer);
        this.handler = handler;
        this.codec = codec;
        this.cursors = cursors;
        this.waiting = waiting;
        this.parked = parked;
        this.metrics = metrics;
    }

    String producer() {
        return producer;
    }

    /**
     * Applies the records of one poll, and acknowledges them a few seconds later.
     *
     * @throws TransientFailure as below
     */
    void accept(List<IncomingRecord> records, Runnable acknowledgement) {
        accept(records);
        cursors.acknowledgeLater(acknowledgement);
    }

    /**
     * Applies the records of one poll, those of different aggregates side by side, or stores them as waiting or parked. They
     * may be acknowledged when the cursors are stored.
     *
     * @throws TransientFailure when the store does not respond: the records must be delivered again
     */
    void accept(List<IncomingRecord> records) {
        AGGREGATES.sum(records.stream().collect(Collectors.groupingBy(this::group, LinkedHashMap::new,
                Collectors.toList())).values(), group -> {
                    group.forEach(this::accept);
                    return group.size();
                });
    }

    /** What is handled in order: the records of an aggregate. */
    private String group(IncomingRecord record) {
        return record.source(producer).map(cursors::idOf).orElseGet(record::location);
    }

    private void accept(IncomingRecord record) {
        Optional<EventOrigin> source = record.source(producer);
        if (source.isEmpty()) {
            park(DerivedIds.derived("place", record.location()), source, record, "undecodable");
            return;
        }
        String cursor = cursors.idOf(source.get());
        long position = source.get().sequence();
        long last = cursors.lastKnown(cursor, position);
        if (position > last && !record.follows(last, position)) {
            last = cursors.last(cursor); // another instance may have advanced it
        }
        if (position <= last) {
            metrics.duplicate(producer);
        } else if (!record.follows(last, position)) {
            addWaiting(cursor, source.get(), record);
        } else if (handleOrPark(cursor, source.get(), record)) {
            cursors.advance(cursor, position);
            if (mayWait()) {
                applyFollowers(cursor, position);
            }
        }
    }

    /** Applies waiting events whose turn has come; needed after a crash between an advance and the next event. */
    void sweep() {
        sweepPosition = waiting.sweep(prefix, sweepPosition,
                each -> applyWaiting(each.cursor(), each.sequence()));
    }

    /** Whether events wait, as far as this process knows. */
    boolean mayWait() {
        return waiting.mayWait(prefix);
    }

    /** Applies a waiting event and its followers if its turn has come; removes it if it was applied already. */
    void applyWaiting(String cursor, long position) {
        long last = cursors.last(cursor);
        if (position <= last) {
            waiting.remove(cursor, position);
        } else if (position == last + 1 || EventPosition.epoch(position) > EventPosition.epoch(last)) {
            waiting.find(cursor, position).filter(each -> each.follows(last, position)).ifPresent(each -> {
                Optional<EventOrigin> source = each.source(producer);
                if (source.isPresent() && apply(cursor, source.get(), each)) {
                    waiting.remove(cursor, position);
                    applyFollowers(cursor, position);
                }
            });
        }
    }

    private void addWaiting(String cursor, EventOrigin source, IncomingRecord record) {
        waiting.add(cursor, source.sequence(), record);
        metrics.waiting(producer);
        // the predecessor may have been applied since the cursor was read, and would not have found this event
        applyWaiting(cursor, source.sequence());
    }

    void applyFollowers(String cursor, long last) {
        long next = last + 1;
        Optional<IncomingRecord> follower = waiting.find(cursor, next);
        while (follower.isPresent()) {
            Optional<EventOrigin> source = follower.get().source(producer);
            if (source.isPresent() && !apply(cursor, source.get(), follower.get())) {
                return; // it was parked
            }
            waiting.remove(cursor, next);
            follower = waiting.find(cursor, ++next);
        }
    }

    /**
     * Applies an event that is stored as waiting or parked, which is removed afterwards: so its cursor is stored now.
     * Otherwise it was parked.
     */
    boolean apply(String cursor, EventOrigin source, IncomingRecord record) {
        if (!handleOrPark(cursor, source, record)) {
            return false;
        }
        cursors.advanceNow(cursor, source.sequence());
        return true;
    }

    /** Whether the event was handled; otherwise it was parked. */
    private boolean handleOrPark(String cursor, EventOrigin source, IncomingRecord record) {
        try {
            metrics.handling(record, source, () -> handle(source, record));
        } catch (PermanentFailure e) {
            if (cursors.last(cursor) < source.sequence()) {
                park(parkedId(cursor, source), Optional.of(source), record, e.reason());
            } else {
                metrics.duplicate(producer); // it was discarded, or applied by another instance
            }
            waiting.remove(cursor, source.sequence());
            return false;
        }
        return true;
    }

    private void handle(EventOrigin source, IncomingRecord record) {
        Event decoded = codec.decode(producer, record.type(), record.payload());
        if (!handler.producer().isInstance(decoded)) {
            throw new PermanentFailure("foreign-type", "an event of another producer in this topic");
        }
        E event = handler.producer().cast(decoded);
        if (event.getClass().getSimpleName().equals("Unknown")) {
            metrics.unknown(producer);
        }
        for (int attempt = 1;; attempt++) {
            try {
                handler.on(event, source);
                return;
            } catch (PermanentFailure | TransientFailure e) {
                throw e;
            } catch (MongoException e) {
                throw StoreExceptionTranslator.translate(e);
            } catch (UncheckedIOException e) {
                throw new TransientFailure("a component of the system does not respond", e);
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS) {
                    LOG.atError().addKeyValue("producer", producer).addKeyValue("type", record.type())
                            .addKeyValue("fault", e.getClass().getName()).addKeyValue("at", location(e))
                            .log("an event could not be applied and is parked");
                    throw new PermanentFailure("fault-" + e.getClass().getSimpleName(), "the handler failed");
                }
            }
        }
    }

    /** The innermost frame of this system's own code. The message is not logged, because it can quote values. */
    private static String location(RuntimeException e) {
        return java.util.Arrays.stream(e.getStackTrace()).filter(each -> each.getClassName().startsWith("org.refugio"))
                .findFirst().map(StackTraceElement::toString).orElse("");
    }

    private void park(String id, Optional<EventOrigin> source, IncomingRecord record, String reason) {
        parked.park(id, producer, source, record, reason);
        metrics.parked(producer, reason);
    }

    private static String parkedId(String cursor, EventOrigin source) {
        return DerivedIds.derived(cursor, Long.toString(source.sequence()));
    }
}
