package org.refugio.messaging;

/**
 * Where an event stands in its aggregate's order: the epoch of its producer's store first, then the sequence. In the first
 * epoch it is the sequence itself. After a restore from a backup sequences come again, positions do not.
 */
final class Position {

    private static final int BITS = 40;

    private Position() {
    }

    static long of(long epoch, long sequence) {
        return (epoch - 1 << BITS) + sequence;
    }

    static long epoch(long position) {
        return (position >> BITS) + 1;
    }

    static long sequence(long position) {
        return position & (1L << BITS) - 1;
    }
}
