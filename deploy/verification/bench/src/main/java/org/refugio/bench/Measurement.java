package org.refugio.bench;

import java.util.function.Consumer;

/** A measurement of {@code ./refugio bench}. */
public interface Measurement {

    /** The argument of {@code ./refugio bench}. */
    String name();

    /** What is measured and how, in one sentence. */
    String how();

    /**
     * Measure; takes a minute or two.
     *
     * @param rows takes each row of figures as soon as it is known, so that a later failure does not lose it
     */
    void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception;
}
