package org.refugio.messaging.observability;

/** Where tracing is switched off. */
public final class NoTracePropagation implements TracePropagation {

    @Override
    public String current() {
        return null;
    }

    @Override
    public void within(String traceparent, String name, Runnable work) {
        work.run();
    }
}
