package org.refugio.clock;

/** The one offset that all services of an installation share. */
interface SharedOffset {

    /** Milliseconds ahead of the machine's time; 0 when nobody has moved the clock yet. */
    long read();

    /** Raise it to at least this; a larger one that is there already stays. Durable when this returns. */
    void raiseTo(long millis);
}
