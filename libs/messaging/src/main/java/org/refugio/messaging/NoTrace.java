package org.refugio.messaging;

/** Where tracing is switched off. */
final class NoTrace implements Trace {

    @Override
    public String current() {
        return null;
    }

    @Override
    public void within(String traceparent, String name, Runnable work) {
        work.run();
    }
}
