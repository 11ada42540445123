package org.refugio.messaging;

import org.bson.Document;

/**
 * Under which epoch an aggregate publishes.
 *
 * @param start the sequence that it had when the epoch began: the first event of the epoch comes after it
 */
record Standing(long epoch, long start) {

    private static final String EPOCH = "epoch";
    private static final String START = "epochStart";

    static Standing fresh(long current) {
        return new Standing(current, 0);
    }

    /** As written in an aggregate, or in an entry of its outbox. */
    static Standing of(Document document) {
        Number epoch = (Number) document.get(EPOCH);
        return epoch == null
                ? new Standing(1, 0)
                : new Standing(epoch.longValue(), ((Number) document.get(START)).longValue());
    }

    /** As it will be with the next event. */
    static Standing next(Document document, long current) {
        Standing standing = of(document);
        return standing.epoch == current ? standing : new Standing(current, Envelope.sequence(document));
    }

    /** Into an aggregate or an entry. The first epoch goes without saying. */
    Document into(Document document) {
        return epoch == 1 ? document : document.append(EPOCH, epoch).append(START, start);
    }
}
