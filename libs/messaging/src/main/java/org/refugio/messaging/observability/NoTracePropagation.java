package org.refugio.messaging.observability;

/** {@link TracePropagation} when tracing is switched off. */
public final class NoTracePropagation implements TracePropagation {

    @Override
    public String currentTraceparent() {
        return null;
    }

    @Override
    public void runWithin(String traceparent, String name, Runnable work) {
        work.run();
    }
}
