package org.refugio.messaging.observability;

/** Carries the W3C trace context of a command through the outbox and the broker to the event handlers. */
public interface TracePropagation {

    /** The W3C traceparent of the current trace, or null when there is none. */
    String currentTraceparent();

    /** Runs the work as part of this trace, or of a new one when {@code traceparent} is null. */
    void runWithin(String traceparent, String name, Runnable work);
}
