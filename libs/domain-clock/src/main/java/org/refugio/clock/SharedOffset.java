package org.refugio.clock;

/** The offset that all services of an installation share. */
interface SharedOffset {

    /** How far the domain's time is ahead of the system time, in milliseconds; 0 before the first move. */
    long read();

    /** Raises the offset to at least this many milliseconds; a larger one stays. Durable when this returns. */
    void raiseTo(long millis);
}
