package org.refugio.messaging.observability;

/** Carries the W3C trace context of a command through the outbox and the broker into the handler's log lines. */
public interface TracePropagation {

    /** The traceparent of the work in hand, or null. */
    String current();

    /** Run as part of that trace (or of a new one, when {@code traceparent} is null). */
    void within(String traceparent, String name, Runnable work);
}
