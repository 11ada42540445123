package org.refugio.messaging.repository;

import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The epoch of an aggregate's events. A restore of the store from a backup starts a new epoch ({@link StoreEpoch}).
 *
 * @param epoch from 1
 * @param start the aggregate's sequence when the epoch began; the first event of the epoch has the next one
 */
public record EpochMarker(long epoch, long start) {

    private static final String EPOCH = "epoch";
    private static final String START = "epochStart";

    static EpochMarker ofNewAggregate(long current) {
        return new EpochMarker(current, 0);
    }

    /** As stored in an aggregate or in an entry of its outbox. */
    public static EpochMarker of(Document document) {
        Number epoch = (Number) document.get(EPOCH);
        return epoch == null
                ? new EpochMarker(1, 0)
                : new EpochMarker(epoch.longValue(), ((Number) document.get(START)).longValue());
    }

    /** The marker of the aggregate's next event. Its epoch never goes back. */
    static EpochMarker ofNextEvent(Document document, StoreEpoch epoch) {
        EpochMarker stored = of(document);
        epoch.seen(stored.epoch);
        return stored.epoch == epoch.current()
                ? stored
                : new EpochMarker(epoch.current(), AggregateDocument.sequence(document));
    }

    /** Matches the aggregates and entries of an epoch. */
    public static Bson filter(long epoch) {
        return Filters.eq(EPOCH, epoch == 1 ? null : (Long) epoch);
    }

    /** Adds the marker to an aggregate or an entry. The first epoch is not stored. */
    Document writeTo(Document document) {
        return epoch == 1 ? document : document.append(EPOCH, epoch).append(START, start);
    }
}
