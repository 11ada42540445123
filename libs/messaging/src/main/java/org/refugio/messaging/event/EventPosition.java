package org.refugio.messaging.event;

/**
 * The position of an event in the order of its aggregate: the epoch of the producer's store in the upper bits, the
 * sequence in the lower 40. In the first epoch it equals the sequence. After a restore from a backup sequences are assigned
 * again; positions are not.
 */
public final class EventPosition {

    private static final int SEQUENCE_BITS = 40;

    private EventPosition() {
    }

    /** The position of a sequence within an epoch, both from 1. */
    public static long of(long epoch, long sequence) {
        return (epoch - 1 << SEQUENCE_BITS) + sequence;
    }

    /** The epoch of a position, from 1. */
    public static long epoch(long position) {
        return (position >> SEQUENCE_BITS) + 1;
    }

    /** The sequence of a position within its epoch. */
    public static long sequence(long position) {
        return position & (1L << SEQUENCE_BITS) - 1;
    }
}
