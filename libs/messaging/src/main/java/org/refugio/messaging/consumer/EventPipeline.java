package org.refugio.messaging.consumer;

import com.mongodb.MongoException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bson.Document;
import org.refugio.contracts.Event;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.PipelineMetrics;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of one producer and gives each event its effect exactly once, per source aggregate in order.
 *
 * <p>For event n the group's cursor must stand at n-1 (after a restore of the producer's store: see {@link EventPosition}). The handler applies every effect, each idempotent by itself; then
 * the cursor advances by compare-and-set; then the record is acknowledged. A crash between any two of these runs the
 * handler again, which changes nothing. A duplicate is passed over, an early event is kept and released by itself, and a
 * record at fault is parked while its cursor stays: the later events of that aggregate wait and all others go on.
 *
 * @param <E> the producer's events
 */
public final class EventPipeline<E extends Event> {

    private static final Logger LOG = LoggerFactory.getLogger(EventPipeline.class);

    /** An unexpected fault is tried this often before it counts as the record's own. */
    private static final int TRIES = 3;

    private final String producer;
    private final EventHandler<E> handler;
    private final EventCodec codec;
    private final ConsumerCursors cursors;
    private final ParkedEvents parked;
    private final PipelineMetrics observations;
    private ConsumerCursors.Place place = ConsumerCursors.Place.FIRST;

    EventPipeline(String producer, EventHandler<E> handler, EventCodec codec, ConsumerCursors cursors,
            ParkedEvents parked,
            PipelineMetrics observations) {
        this.producer = producer;
        this.handler = handler;
        this.codec = codec;
        this.cursors = cursors;
        this.parked = parked;
        this.observations = observations;
    }

    String producer() {
        return producer;
    }

    /**
     * Give the record its effect, or keep or park it durably. When this returns, it may be acknowledged.
     *
     * @throws TransientFailure when that is not possible now: the record must come again
     */
    void accept(IncomingRecord record) {
        Optional<EventOrigin> source = record.source(producer);
        if (source.isEmpty()) {
            park(DerivedIds.derived("place", record.place()), source, record, "undecodable");
            return;
        }
        String cursor = cursors.idOf(source.get());
        long last = cursors.last(cursor);
        long position = source.get().sequence();
        if (position <= last) {
            observations.duplicate(producer);
        } else if (!record.follows(last, position)) {
            keep(cursor, source.get(), record);
        } else if (apply(cursor, last, source.get(), record)) {
            releaseFollowers(cursor, position);
        }
    }

    /** Run a parked record again, and what waits behind it; whether it took effect. */
    public boolean replay(String id) {
        Document document = parked.find(id).orElse(null);
        if (document == null || !producer.equals(document.getString("producer"))) {
            return false;
        }
        IncomingRecord record = IncomingRecord.fromBson(document);
        Optional<EventOrigin> source = record.source(producer);
        if (source.isEmpty()) {
            return false;
        }
        String cursor = cursors.idOf(source.get());
        long last = cursors.last(cursor);
        long position = source.get().sequence();
        boolean done = position <= last
                || record.follows(last, position) && apply(cursor, last, source.get(), record);
        if (done) {
            parked.remove(id);
            releaseFollowers(cursor, source.get().sequence());
        }
        return done;
    }

    /** Give a parked record up, so that what waits behind it goes on; whether it was there. */
    public boolean discard(String id, String reason, String by) {
        Document document = parked.find(id).orElse(null);
        if (document == null || !producer.equals(document.getString("producer"))) {
            return false;
        }
        parked.recordDiscard(document, reason, by);
        IncomingRecord record = IncomingRecord.fromBson(document);
        record.source(producer).ifPresent(source -> {
            String cursor = cursors.idOf(source);
            long last = cursors.last(cursor);
            if (record.follows(last, source.sequence())) {
                cursors.advance(cursor, last, source.sequence());
            }
            releaseFollowers(cursor, source.sequence());
        });
        parked.remove(id);
        return true;
    }

    /** Release what waits although its turn has come: after a crash between an advance and the release. */
    public void sweep() {
        place = cursors.waiting(cursors.idOf(new EventOrigin(producer, "", 1, "", null)), place,
                waiting -> release(waiting.cursor(), waiting.sequence()));
    }

    /** Let one that was kept go, if its turn has come or gone, and those behind it. */
    private void release(String cursor, long position) {
        long last = cursors.last(cursor);
        if (position <= last) {
            cursors.release(cursor, position);
        } else if (position == last + 1 || EventPosition.epoch(position) > EventPosition.epoch(last)) {
            cursors.kept(cursor, position).filter(each -> each.follows(last, position)).ifPresent(each -> {
                Optional<EventOrigin> source = each.source(producer);
                if (source.isPresent() && apply(cursor, last, source.get(), each)) {
                    cursors.release(cursor, position);
                    releaseFollowers(cursor, position);
                }
            });
        }
    }

    private void keep(String cursor, EventOrigin source, IncomingRecord record) {
        cursors.keep(cursor, source.sequence(), record);
        observations.waiting(producer);
        // the gap may have closed between the look and the keeping, and then nobody else would come by
        release(cursor, source.sequence());
    }

    private void releaseFollowers(String cursor, long last) {
        long next = last + 1;
        Optional<IncomingRecord> kept = cursors.kept(cursor, next);
        while (kept.isPresent()) {
            Optional<EventOrigin> source = kept.get().source(producer);
            if (source.isPresent() && !apply(cursor, next - 1, source.get(), kept.get())) {
                return; // parked; it is kept no longer, its place is with the parked ones
            }
            cursors.release(cursor, next);
            kept = cursors.kept(cursor, ++next);
        }
    }

    private boolean apply(String cursor, long last, EventOrigin source, IncomingRecord record) {
        try {
            observations.handling(record, source, () -> handle(source, record));
        } catch (PermanentFailure e) {
            park(cursorPlace(cursor, source), Optional.of(source), record, e.reason());
            cursors.release(cursor, source.sequence());
            return false;
        }
        cursors.advance(cursor, last, source.sequence());
        return true;
    }

    private void handle(EventOrigin source, IncomingRecord record) {
        Event decoded = codec.decode(producer, record.type(), record.payload());
        if (!handler.producer().isInstance(decoded)) {
            throw new PermanentFailure("foreign-type", "another producer's event on this topic");
        }
        E event = handler.producer().cast(decoded);
        if (event.getClass().getSimpleName().equals("Unknown")) {
            observations.unknown(producer);
        }
        for (int tries = 1;; tries++) {
            try {
                handler.on(event, source);
                return;
            } catch (PermanentFailure | TransientFailure e) {
                throw e;
            } catch (MongoException e) {
                throw StoreExceptionTranslator.of(e);
            } catch (UncheckedIOException e) {
                throw new TransientFailure("a part of our own does not answer", e);
            } catch (RuntimeException e) {
                if (tries == TRIES) {
                    LOG.atError().addKeyValue("producer", producer).addKeyValue("type", record.type())
                            .addKeyValue("fault", e.getClass().getName()).addKeyValue("at", whereOf(e))
                            .log("an event could not be applied and is parked");
                    throw new PermanentFailure("fault-" + e.getClass().getSimpleName(), "the handler failed");
                }
            }
        }
    }

    /** Where the fault stands in our code: the message is left out, it may quote values. */
    private static String whereOf(RuntimeException e) {
        return java.util.Arrays.stream(e.getStackTrace()).filter(each -> each.getClassName().startsWith("org.refugio"))
                .findFirst().map(StackTraceElement::toString).orElse("");
    }

    private void park(String id, Optional<EventOrigin> source, IncomingRecord record, String reason) {
        parked.park(id, producer, source, record, reason);
        observations.parked(producer, reason);
    }

    private static String cursorPlace(String cursor, EventOrigin source) {
        return DerivedIds.derived(cursor, Long.toString(source.sequence()));
    }
}
