package org.refugio.messaging.repository;

import org.bson.Document;

/**
 * Under which epoch an aggregate publishes.
 *
 * @param start the sequence that it had when the epoch began: the first event of the epoch comes after it
 */
public record EpochMarker(long epoch, long start) {

    private static final String EPOCH = "epoch";
    private static final String START = "epochStart";

    static EpochMarker fresh(long current) {
        return new EpochMarker(current, 0);
    }

    /** As written in an aggregate, or in an entry of its outbox. */
    public static EpochMarker of(Document document) {
        Number epoch = (Number) document.get(EPOCH);
        return epoch == null
                ? new EpochMarker(1, 0)
                : new EpochMarker(epoch.longValue(), ((Number) document.get(START)).longValue());
    }

    /** As it will be with the next event. */
    static EpochMarker next(Document document, long current) {
        EpochMarker standing = of(document);
        return standing.epoch == current ? standing : new EpochMarker(current, AggregateDocument.sequence(document));
    }

    /** Into an aggregate or an entry. The first epoch goes without saying. */
    Document into(Document document) {
        return epoch == 1 ? document : document.append(EPOCH, epoch).append(START, start);
    }
}
