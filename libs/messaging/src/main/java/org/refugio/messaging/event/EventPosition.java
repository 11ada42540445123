package org.refugio.messaging.event;

/**
 * Where an event stands in its aggregate's order: the epoch of its producer's store first, then the sequence. In the first
 * epoch it is the sequence itself. After a restore from a backup sequences come again, positions do not.
 */
public final class EventPosition {

    private static final int BITS = 40;

    private EventPosition() {
    }

    public static long of(long epoch, long sequence) {
        return (epoch - 1 << BITS) + sequence;
    }

    public static long epoch(long position) {
        return (position >> BITS) + 1;
    }

    public static long sequence(long position) {
        return position & (1L << BITS) - 1;
    }
}
