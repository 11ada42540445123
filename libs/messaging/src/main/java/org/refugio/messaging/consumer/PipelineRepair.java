package org.refugio.messaging.consumer;

import java.util.Optional;
import org.bson.Document;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.TransientFailure;

/** What an operator does about events of a producer that cannot be applied, or that will never arrive. */
final class PipelineRepair {

    private final EventPipeline<?> pipeline;
    private final ConsumerCursors cursors;
    private final WaitingEvents waiting;
    private final ParkedEvents parked;

    PipelineRepair(EventPipeline<?> pipeline, ConsumerCursors cursors, WaitingEvents waiting, ParkedEvents parked) {
        this.pipeline = pipeline;
        this.cursors = cursors;
        this.waiting = waiting;
        this.parked = parked;
    }

    /** Applies a parked record and the events that wait for it; whether it was found and applied. */
    boolean replay(String id) {
        Document document = find(id);
        if (document == null) {
            return false;
        }
        IncomingRecord record = IncomingRecord.fromBson(document);
        Optional<EventOrigin> source = record.source(pipeline.producer());
        if (source.isEmpty()) {
            return false;
        }
        String cursor = cursors.idOf(source.get());
        long last = cursors.last(cursor);
        long position = source.get().sequence();
        boolean applied = position <= last
                || record.follows(last, position) && pipeline.apply(cursor, source.get(), record);
        if (applied) {
            parked.remove(id);
            pipeline.applyFollowers(cursor, position);
        }
        return applied;
    }

    /**
     * Gives up a parked record, so that the events that wait for it are applied, or never are when {@code allLater}; whether
     * it was found.
     *
     * @throws TransientFailure when an earlier event of the aggregate is still being applied
     */
    boolean discard(String id, boolean allLater, String reason, String by) {
        Document document = find(id);
        if (document == null) {
            return false;
        }
        IncomingRecord record = IncomingRecord.fromBson(document);
        Optional<EventOrigin> source = record.source(pipeline.producer());
        if (source.isPresent()) {
            String cursor = cursors.idOf(source.get());
            long position = source.get().sequence();
            long last = cursors.last(cursor);
            if (position > last && !record.follows(last, position)) {
                throw new TransientFailure("an earlier event of the aggregate is being applied", null);
            }
            parked.recordDiscard(document, allLater, reason, by);
            cursors.advanceNow(cursor, allLater ? ConsumerCursors.END : position);
            if (!allLater) {
                pipeline.applyFollowers(cursor, position);
            } // otherwise a sweep removes the waiting events
        } else {
            parked.recordDiscard(document, false, reason, by);
        }
        parked.remove(id);
        return true;
    }

    /**
     * Gives up the events between the last applied and the first waiting one, and applies those that wait; whether the gap
     * was still the one that the operator saw, and no event of the aggregate is parked.
     */
    boolean skip(EventGap seen, String reason, String by) {
        String cursor = cursors.idOf(seen.producer(), seen.aggregate());
        boolean unchanged = seen.next() > seen.after() + 1
                && waiting.first(cursor).orElse(0) == seen.next() && cursors.last(cursor) == seen.after()
                && !parked.holds(seen.producer(), seen.aggregate());
        if (!unchanged) {
            return false;
        }
        parked.recordSkip(cursor, seen, reason, by);
        if (!cursors.advanceFrom(cursor, seen.after(), seen.next() - 1)) {
            return false;
        }
        pipeline.applyWaiting(cursor, seen.next());
        return true;
    }

    private Document find(String id) {
        return parked.find(id).filter(each -> pipeline.producer().equals(each.getString("producer"))).orElse(null);
    }
}
